package newsletter.audit.desk;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import newsletter.audit.access.Access;
import newsletter.audit.access.LookForm;
import newsletter.audit.access.Reason;
import newsletter.audit.propagation.Demand;
import newsletter.audit.propagation.Demands;
import newsletter.theme.Option;

/** The first page of the desk, and the way from there to a person. */
@Controller
class DeskController {

    private static final int OVERDUE = 20;

    private final Access access;

    private final LedgerStates states;

    private final Demands demands;

    DeskController(Access access, LedgerStates states, Demands demands) {
        this.access = access;
        this.states = states;
        this.demands = demands;
    }

    /** What a service should have done an hour ago, and has not said that it did. */
    @ModelAttribute("overdue")
    List<Demand> overdue() {
        return this.demands.overdue(OVERDUE);
    }

    @ModelAttribute("reasons")
    List<Option> reasons() {
        return Arrays.stream(Reason.values()).map((reason) -> new Option(reason.code(), reason.text())).toList();
    }

    @GetMapping("/")
    String desk(Model model) {
        model.addAttribute("form", LookForm.empty());
        model.addAttribute("ledger", this.states.now());
        return "desk/home";
    }

    /**
     * Records the look, then sends the browser to its page: no address is in a URL, and
     * loading the page again records nothing twice.
     */
    @PostMapping("/views")
    ModelAndView look(@Valid @ModelAttribute("form") LookForm form, BindingResult errors, Principal officer) {
        form.check(errors);
        if (errors.hasErrors()) {
            var again = new ModelAndView("desk/home", HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("ledger", this.states.now());
            return again;
        }
        UUID view = this.access.record(form, officer.getName());
        var page = new RedirectView("/views/" + view, true);
        page.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(page);
    }

}
