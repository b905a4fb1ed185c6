package newsletter.audit.desk;

import java.time.Duration;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.audit.checkpoint.CheckpointKey;
import newsletter.audit.integrity.LedgerCheck;

/** The ledger as a whole: what was signed, and what came of recomputing it. */
@Controller
class LedgerController {

    private static final int CHECKS = 10;

    /**
     * A ledger of a town is looked through by then, and the page shows what came of it.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LedgerStates states;

    private final LedgerCheck check;

    private final CheckpointKey key;

    LedgerController(LedgerStates states, LedgerCheck check, CheckpointKey key) {
        this.states = states;
        this.check = check;
        this.key = key;
    }

    @GetMapping("/ledger")
    String ledger(Model model) {
        model.addAttribute("ledger", this.states.now());
        model.addAttribute("checks", this.check.newest(CHECKS));
        model.addAttribute("verifierKeys", this.key.verifierKeys());
        return "desk/ledger";
    }

    @PostMapping("/ledger/check")
    String check() {
        this.check.begin(PATIENCE);
        return "redirect:/ledger";
    }

}
