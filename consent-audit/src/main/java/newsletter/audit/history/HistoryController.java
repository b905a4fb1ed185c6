package newsletter.audit.history;

import java.security.Principal;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

import newsletter.audit.access.Access;
import newsletter.audit.access.PersonView;
import newsletter.audit.access.ViewEnded;

/** What an officer sees of a person, after the look was recorded. */
@Controller
@RequestMapping("/views/{view}")
class HistoryController {

    private final Access access;

    private final Histories histories;

    private final EntryPages entries;

    HistoryController(Access access, Histories histories, EntryPages entries) {
        this.access = access;
        this.histories = histories;
        this.entries = entries;
    }

    @GetMapping
    String history(@PathVariable("view") UUID id, Principal officer, Model model) {
        PersonView view = this.access.open(id, officer.getName());
        model.addAttribute("view", view);
        UUID person = view.subscriberId();
        if (person == null) {
            return "history/not-found";
        }
        model.addAttribute("history", this.histories.of(person));
        return "history/person";
    }

    @GetMapping("/entries/{index}")
    String entry(@PathVariable("view") UUID id, @PathVariable long index, Principal officer, Model model) {
        PersonView view = this.access.open(id, officer.getName());
        model.addAttribute("view", view);
        model.addAttribute("page", this.entries.about(person(view), index).orElseThrow(NotHere::new));
        return "history/entry";
    }

    @GetMapping("/entries/{index}/rows/{position}")
    String row(@PathVariable("view") UUID id, @PathVariable long index, @PathVariable int position, Principal officer,
            Model model) {
        PersonView view = this.access.open(id, officer.getName());
        model.addAttribute("view", view);
        model.addAttribute("page", this.entries.about(person(view), index, position).orElseThrow(NotHere::new));
        return "history/entry";
    }

    @ExceptionHandler(ViewEnded.class)
    @ResponseStatus(HttpStatus.GONE)
    String ended(Principal officer, Model model) {
        // What every page is told, this one is not: it shows a failure.
        model.addAttribute("signedIn", officer.getName());
        return "history/view-ended";
    }

    private static UUID person(PersonView view) {
        UUID person = view.subscriberId();
        if (person == null) {
            throw new NotHere();
        }
        return person;
    }

}
