package newsletter.audit.history;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.tree.Hash;

/**
 * One entry of the ledger: its exact bytes, their hash, and the way to the signed root.
 * An entry holds no personal data, so looking at one is not looking at a person.
 */
@Controller
class EntryController {

    private final Entries entries;

    private final Witness witness;

    EntryController(Entries entries, Witness witness) {
        this.entries = entries;
        this.witness = witness;
    }

    @GetMapping("/entries/{number}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public String entry(@PathVariable long number, Model model) {
        Entry entry = this.entries.at(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Witness.Hearing hearing = this.witness.hearing();
        Standing standing = hearing.of(entry);
        model.addAttribute("entry", entry);
        model.addAttribute("bytes", new String(entry.payload(), StandardCharsets.UTF_8));
        model.addAttribute("standing", standing);
        model.addAttribute("checkpoint", hearing.checkpoint().orElse(null));
        model.addAttribute("path",
                standing.isSigned()
                        ? hearing.proof(entry.index(), standing.size()).path().stream().map(Hash::toString).toList()
                        : List.of());
        return "entry";
    }

}
