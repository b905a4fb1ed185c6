package newsletter.subscription.imports;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.desk.StaffController;

/** Where editors bring files of addresses, and officers decide what comes of them. */
@StaffController
class ImportController {

    private static final String EDITOR = "hasRole('EDITOR')";

    private static final String DPO = "hasRole('DPO')";

    /** So many line numbers are shown of each outcome: enough to find what is wrong. */
    private static final int LINES_SHOWN = 50;

    private final Imports imports;

    private final ImportRows rows;

    private final ImportDesk desk;

    private final SiteProperties site;

    ImportController(Imports imports, ImportRows rows, ImportDesk desk, SiteProperties site) {
        this.imports = imports;
        this.rows = rows;
        this.desk = desk;
        this.site = site;
    }

    @GetMapping("/staff/import")
    String list(Model model) {
        model.addAttribute("imports", this.imports.all());
        return "imports/list";
    }

    @GetMapping("/staff/import/new")
    @PreAuthorize(EDITOR)
    String begin(Model model) {
        model.addAttribute("form", ImportForm.EMPTY);
        return bringPage(model);
    }

    private static String bringPage(Model model) {
        model.addAttribute("columns", ImportFile.COLUMNS);
        return "imports/bring";
    }

    @PostMapping("/staff/import")
    @PreAuthorize(EDITOR)
    String bring(@ModelAttribute("form") ImportForm form, BindingResult errors, Principal user, Model model,
            HttpServletResponse response) throws IOException {
        List<FileLine> lines = form.lines(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return bringPage(model);
        }
        UUID id = this.desk.bring(form.from(), lines, this.site.languages().getFirst().getLanguage(), user.getName());
        return "redirect:/staff/import/" + id;
    }

    @GetMapping("/staff/import/{id}")
    String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
        describe(id, request, model);
        return "imports/show";
    }

    /** The part of the page that moves by itself; when it has come to rest, all of it. */
    @GetMapping("/staff/import/{id}/progress")
    String progress(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!describe(id, request, model).state().isMoving()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "imports/show :: progress";
    }

    private Import describe(UUID id, HttpServletRequest request, Model model) {
        Import found = this.imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<Outcome, Integer> expected = this.rows.expected(id);
        Map<Outcome, Integer> outcomes = this.rows.outcomes(id);
        model.addAttribute("found", found);
        model.addAttribute("sorted", sum(expected));
        model.addAttribute("finished", sum(outcomes));
        boolean over = found.state() == Import.State.APPROVED || found.state() == Import.State.DONE;
        model.addAttribute("items",
                (over ? outcomes : expected).entrySet()
                    .stream()
                    .map((count) -> new Item(count.getKey().name(), count.getValue(),
                            this.rows.lines(id, count.getKey(), LINES_SHOWN)))
                    .toList());
        model.addAttribute("mayDecide",
                request.isUserInRole("DPO") && found.mayBeDecidedBy(String.valueOf(request.getRemoteUser())));
        model.addAttribute("own", found.broughtBy().equals(request.getRemoteUser()));
        return found;
    }

    private static int sum(Map<Outcome, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many lines come to this, and which are the first. */
    record Item(String outcome, int count, List<Integer> lines) {

        public boolean isLonger() {
            return this.count > this.lines.size();
        }

    }

    @PostMapping("/staff/import/{id}/approval")
    @PreAuthorize(DPO)
    String approve(@PathVariable UUID id, Principal user, RedirectAttributes next) {
        return done(this.desk.approve(id, user.getName()) ? "approved" : "not-now", id, next);
    }

    @PostMapping("/staff/import/{id}/discarding")
    @PreAuthorize(EDITOR + " or " + DPO)
    String discard(@PathVariable UUID id, Principal user, RedirectAttributes next) {
        return done(this.desk.discard(id, user.getName()) ? "discarded" : "not-now", id, next);
    }

    private static String done(String what, UUID id, RedirectAttributes next) {
        next.addFlashAttribute("done", what);
        return "redirect:/staff/import/" + id;
    }

}
