package newsletter.audit.history;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import newsletter.audit.ledger.Entry;

/** What is about nobody: editions as they were sent, and entries of the kind. */
@Controller
class PublicationController {

    private final Publications publications;

    private final EntryPages entries;

    PublicationController(Publications publications, EntryPages entries) {
        this.publications = publications;
        this.entries = entries;
    }

    @GetMapping("/editions/{id}")
    String edition(@PathVariable UUID id, Model model) {
        Entry entry = this.publications.entryOf(id).orElseThrow(NotHere::new);
        model.addAttribute("page", this.entries.of(entry));
        model.addAttribute("edition", Publications.edition(entry).orElseThrow(NotHere::new));
        return "history/edition";
    }

    @GetMapping("/entries/{index}")
    String entry(@PathVariable long index, Model model) {
        model.addAttribute("page", this.entries.impersonal(index).orElseThrow(NotHere::new));
        return "history/entry";
    }

}
