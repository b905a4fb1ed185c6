package newsletter.subscription.wordings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.catalogue.Markdown;
import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.desk.StaffWords;
import newsletter.subscription.desk.WordDiff;
import newsletter.subscription.review.May;
import newsletter.subscription.review.Review;
import newsletter.subscription.review.Reviews;
import newsletter.subscription.wordings.Versions.Version;
import newsletter.subscription.wordings.WordingDesk.Open;

/** The pages of wordings: every version, what is proposed, and what is different. */
@ForStaff
@Component
class WordingPages {

    private final WordingDesk desk;

    private final Checks checks;

    private final Reviews reviews;

    private final StaffWords words;

    WordingPages(WordingDesk desk, Checks checks, Reviews reviews, StaffWords words) {
        this.desk = desk;
        this.checks = checks;
        this.reviews = reviews;
        this.words = words;
    }

    /** A line of the list: a series, its last version, and what is open. */
    record Item(Series series, String title, @Nullable Version last, @Nullable Review open) {
    }

    String list(Model model) {
        Map<String, Review> open = this.reviews.allOpen(Series.SUBJECT)
            .stream()
            .collect(Collectors.toMap(Review::subject, Function.identity()));
        List<Item> items = this.checks.series()
            .stream()
            .map((series) -> new Item(series, title(series),
                    this.checks.versions(series).stream().findFirst().orElse(null), open.get(series.subject())))
            .toList();
        model.addAttribute("waiting",
                items.stream()
                    .filter((item) -> item.open() != null && item.open().state() == Review.State.IN_REVIEW)
                    .toList());
        model.addAttribute("items", items);
        return "wordings/list";
    }

    /** The one of this name, if there can be one. */
    Series series(String name) {
        return Series.of(name)
            .filter(this.checks.series()::contains)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    String show(Series series, HttpServletRequest request, Model model) {
        List<Version> versions = this.checks.versions(series);
        Optional<Open> open = this.desk.open(series);
        describe(series, model);
        model.addAttribute("versions", versions);
        model.addAttribute("open", open.orElse(null));
        model.addAttribute("may", May.of(open.map(Open::review).orElse(null), request));
        model.addAttribute("history", this.reviews.history(series.subject()));
        open.ifPresent((draft) -> {
            preview(series, draft.draft().text(), model);
            model.addAttribute("findings", this.checks.findings(series, draft.draft().text()));
            model.addAttribute("number", Semver.after(number(versions), draft.draft().rise()));
            versions.stream()
                .findFirst()
                .ifPresent((last) -> model.addAttribute("pieces", WordDiff.between(last.text(), draft.draft().text())));
        });
        return "wordings/show";
    }

    String edit(Series series, String text, Model model) {
        describe(series, model);
        preview(series, text, model);
        model.addAttribute("findings", text.isEmpty() ? List.of() : this.checks.findings(series, text));
        model.addAttribute("rises", this.words.options("staff.rise", "major", "minor", "patch"));
        return "wordings/edit";
    }

    String compare(Series series, String before, String after, Model model) {
        Version from = version(series, before);
        Version to = version(series, after);
        describe(series, model);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("versions", this.checks.versions(series));
        model.addAttribute("pieces", WordDiff.between(from.text(), to.text()));
        return "wordings/compare";
    }

    private Version version(Series series, String number) {
        return this.checks.versions(series)
            .stream()
            .filter((version) -> version.number().equals(number))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void describe(Series series, Model model) {
        model.addAttribute("series", series);
        // Not "title": the layout has a variable of that name.
        model.addAttribute("wording", title(series));
    }

    /** As residents will read it. */
    private void preview(Series series, String text, Model model) {
        if (series.kind() == WordingKind.PRIVACY_NOTICE) {
            model.addAttribute("notice", Markdown.html(text));
        }
        this.checks.newsletter(series).ifPresent((newsletter) -> model.addAttribute("newsletter", newsletter));
        model.addAttribute("paragraphs", Stream.of(text.split("\n\n")).toList());
    }

    private String title(Series series) {
        String kind = this.words.say("staff.kind." + series.kindKey());
        String language = this.checks.languageName(series);
        return this.checks.newsletter(series)
            .map((newsletter) -> this.words.say("staff.wordings.of", kind, newsletter.name(), language))
            .orElseGet(() -> this.words.say("staff.wordings.in", kind, language));
    }

    private static @Nullable String number(List<Version> versions) {
        return versions.isEmpty() ? null : versions.getFirst().number();
    }

}
