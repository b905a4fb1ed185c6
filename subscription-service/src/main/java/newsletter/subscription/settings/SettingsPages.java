package newsletter.subscription.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.review.May;
import newsletter.subscription.review.Review;
import newsletter.subscription.review.Reviews;
import newsletter.subscription.settings.SettingsDesk.Open;

/** The pages of newsletters: what is, what is proposed, and what is different. */
@ForStaff
@Component
class SettingsPages {

    private final Newsletters newsletters;

    private final SettingsDesk desk;

    private final Reviews reviews;

    private final SettingsWords words;

    SettingsPages(Newsletters newsletters, SettingsDesk desk, Reviews reviews, SettingsWords words) {
        this.newsletters = newsletters;
        this.desk = desk;
        this.reviews = reviews;
        this.words = words;
    }

    /** A line of the list. */
    record Item(String id, String name, @Nullable Present present, @Nullable Review open) {
    }

    String list(Model model) {
        Map<String, Review> open = this.reviews.allOpen(Revision.SUBJECT)
            .stream()
            .collect(Collectors.toMap((review) -> review.subject().substring(Revision.SUBJECT.length()),
                    (review) -> review));
        List<Present> present = this.newsletters.all();
        Stream<Item> known = present.stream()
            .map((newsletter) -> new Item(newsletter.id(), newsletter.settings().words().name(), newsletter,
                    open.get(newsletter.id())));
        Stream<Item> planned = open.entrySet()
            .stream()
            .filter((entry) -> present.stream().noneMatch((newsletter) -> newsletter.id().equals(entry.getKey())))
            .map((entry) -> new Item(entry.getKey(),
                    this.desk.open(entry.getKey())
                        .map((proposal) -> proposal.revision().settings().words().name())
                        .orElse(entry.getKey()),
                    null, entry.getValue()));
        model.addAttribute("items", Stream.concat(planned, known).toList());
        return "settings/list";
    }

    /** What it is, and what somebody proposes. */
    String show(String id, HttpServletRequest request, Model model) {
        Optional<Present> present = this.newsletters.find(id);
        Optional<Open> open = this.desk.open(id);
        if (present.isEmpty() && open.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("id", id);
        model.addAttribute("present", present.orElse(null));
        model.addAttribute("open", open.orElse(null));
        model.addAttribute("may", May.of(open.map(Open::review).orElse(null), request));
        model.addAttribute("history", this.reviews.history(Revision.subject(id)));
        model.addAttribute("name",
                open.map((proposal) -> proposal.revision().settings())
                    .or(() -> present.map(Present::settings))
                    .map((settings) -> settings.words().name())
                    .orElse(id));
        present.ifPresent((newsletter) -> model.addAttribute("lines", this.words.lines(null, newsletter.settings())));
        open.ifPresent((proposal) -> model.addAttribute("proposed",
                this.words.lines(present.map(Present::settings).orElse(null), proposal.revision().settings())));
        model.addAttribute("choices", this.words.options("staff.newsletters.material", "yes", "no"));
        return "settings/show";
    }

    String edit(@Nullable String id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("published", id != null && this.newsletters.find(id).isPresent());
        model.addAttribute("languages", this.words);
        model.addAttribute("bases", this.words.options("staff.newsletters.basis", "consent", "public-task"));
        model.addAttribute("yesOrNo", this.words.options("staff.choice", "yes", "no"));
        model.addAttribute("choices", this.words.options("staff.newsletters.material", "yes", "no"));
        return "settings/edit";
    }

}
