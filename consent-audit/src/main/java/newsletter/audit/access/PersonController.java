package newsletter.audit.access;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.audit.history.History;
import newsletter.theme.Option;

/**
 * The page on which an officer says whom to look at and why, and the time line that
 * answers. The answer comes straight from the POST: it has no address of its own, so that
 * it can be neither bookmarked nor fetched without saying why.
 */
@Controller
class PersonController {

    private final Lookup lookup;

    private final History history;

    PersonController(Lookup lookup, History history) {
        this.lookup = lookup;
        this.history = history;
    }

    @ModelAttribute("reasons")
    List<Option> reasons() {
        return Reason.options();
    }

    @GetMapping("/people")
    String ask(Model model) {
        model.addAttribute("form", FindForm.empty());
        return "find";
    }

    @PostMapping("/people")
    String find(@Valid @ModelAttribute("form") FindForm form, BindingResult errors, Principal officer, Model model) {
        if (errors.hasErrors()) {
            return "find";
        }
        // Committed when this returns: what cannot be written down is not shown.
        Optional<UUID> found = this.lookup.find(form, officer.getName());
        if (found.isEmpty()) {
            model.addAttribute("notFound", true);
            return "find";
        }
        model.addAttribute("person", this.history.of(found.get()));
        model.addAttribute("caseNumber", form.file());
        return "person";
    }

}
