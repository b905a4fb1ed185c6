package newsletter.subscription.rights;

import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import newsletter.events.ConsentEvent.Right;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.desk.StaffController;

/** The officers' board of cases with their clocks, and each case. */
@StaffController
class CaseDeskController {

    /** Reasons are chosen: free text could name somebody. */
    static final Set<String> EXTENSIONS = Set.of("complex", "many-requests");

    static final Set<String> WAITS = Set.of("identity", "clarification");

    static final Set<String> OUTCOMES = Set.of("fulfilled", "refused", "withdrawn");

    private final CaseWork work;

    private final Rights rights;

    private final Clock clock;

    CaseDeskController(CaseWork work, Rights rights, Clock clock) {
        this.work = work;
        this.rights = rights;
        this.clock = clock;
    }

    /** A case as a line of the board. */
    record Line(Case one, boolean overdue) {
    }

    /** Somebody who wrote or called. */
    record NewCase(@Nullable String emailAddress, @Nullable String right) {

        String typed() {
            return (this.emailAddress != null) ? this.emailAddress : "";
        }

        @Nullable Right chosen() {
            return Arrays.stream(Right.values())
                .filter((one) -> one.name().equals(this.right))
                .findFirst()
                .orElse(null);
        }

    }

    @GetMapping("/staff/requests")
    String board(Model model) {
        model.addAttribute("form", new NewCase(null, null));
        return board(model, "rights/board");
    }

    private String board(Model model, String view) {
        List<Line> lines = this.work.board()
            .stream()
            .map((one) -> new Line(one, one.isOverdue(this.clock.instant())))
            .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("overdue", lines.stream().filter(Line::overdue).count());
        model.addAttribute("rights", Arrays.stream(Right.values()).map(Right::name).toList());
        return view;
    }

    @PostMapping("/staff/requests")
    String open(@ModelAttribute("form") NewCase form, BindingResult errors, Model model, HttpServletResponse response) {
        Right right = form.chosen();
        if (right == null) {
            errors.rejectValue("right", "staff.error.no-right");
        }
        else {
            var opened = EmailAddress.parse(form.typed()).flatMap((address) -> this.work.record(address, right));
            if (opened.isPresent()) {
                return "redirect:/staff/requests/" + opened.get().caseId();
            }
            errors.rejectValue("emailAddress", "staff.error.nobody");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return board(model, "rights/board");
    }

    @GetMapping("/staff/requests/{caseId}")
    String show(@PathVariable UUID caseId, Model model) {
        Case one = this.work.find(caseId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("one", one);
        model.addAttribute("line", new Line(one, one.isOverdue(this.clock.instant())));
        model.addAttribute("restricted", this.rights.restrictedSince(one.subscriberId()).isPresent());
        this.rights.words(caseId).ifPresent((words) -> model.addAttribute("words", words.lines().toList()));
        return "rights/case";
    }

    @PostMapping("/staff/requests/{caseId}/acknowledge")
    String acknowledge(@PathVariable UUID caseId, Principal officer) {
        this.work.acknowledge(caseId, officer.getName());
        return back(caseId);
    }

    @PostMapping("/staff/requests/{caseId}/extend")
    String extend(@PathVariable UUID caseId, @RequestParam String reason) {
        this.work.extend(caseId, one(EXTENSIONS, reason));
        return back(caseId);
    }

    @PostMapping("/staff/requests/{caseId}/stop-clock")
    String stopClock(@PathVariable UUID caseId, @RequestParam String reason) {
        this.work.stopClock(caseId, one(WAITS, reason));
        return back(caseId);
    }

    @PostMapping("/staff/requests/{caseId}/resume-clock")
    String resumeClock(@PathVariable UUID caseId) {
        this.work.resumeClock(caseId);
        return back(caseId);
    }

    @PostMapping("/staff/requests/{caseId}/close")
    String close(@PathVariable UUID caseId, @RequestParam String outcome, Principal officer) {
        this.work.close(caseId, one(OUTCOMES, outcome), officer.getName());
        return back(caseId);
    }

    @PostMapping("/staff/requests/{caseId}/lift")
    String lift(@PathVariable UUID caseId) {
        this.work.lift(caseId);
        return back(caseId);
    }

    /** A browser sends what the page offers. */
    private static String one(Set<String> offered, String chosen) {
        if (!offered.contains(chosen)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return chosen;
    }

    private static String back(UUID caseId) {
        return "redirect:/staff/requests/" + caseId;
    }

}
