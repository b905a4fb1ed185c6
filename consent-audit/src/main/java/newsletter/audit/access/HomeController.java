package newsletter.audit.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import newsletter.audit.checkpoint.Checkpoints;
import newsletter.audit.delivery.Books;
import newsletter.audit.ledger.LedgerHead;

/** The officer's first page: how the ledger stands, and whether the books balance. */
@Controller
class HomeController {

    private static final int EDITIONS = 20;

    private final LedgerHead head;

    private final Checkpoints checkpoints;

    private final Books books;

    HomeController(LedgerHead head, Checkpoints checkpoints, Books books) {
        this.head = head;
        this.checkpoints = checkpoints;
        this.books = books;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("ledger", this.head.read());
        model.addAttribute("newest", this.checkpoints.newest().orElse(null));
        model.addAttribute("books", this.books.newest(EDITIONS));
        return "home";
    }

}
