package newsletter.subscription.preferences;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.preferences.History.Moment;
import newsletter.subscription.preferences.Overview.Taken;
import newsletter.subscription.signup.KnownForm;

/** Fills the page, with the times that the city's clocks showed. */
@Component
class PreferencesPages {

    private final Overviews overviews;

    private final KnownForm form;

    private final MessageSource messages;

    private final SiteProperties site;

    private final Clock clock;

    PreferencesPages(Overviews overviews, KnownForm form, MessageSource messages, SiteProperties site, Clock clock) {
        this.overviews = overviews;
        this.form = form;
        this.messages = messages;
        this.site = site;
        this.clock = clock;
    }

    /** A newsletter that is sent. */
    record TakenItem(Taken taken, Object since, Object until) {
    }

    /** A thing that happened. */
    record HistoryItem(String what, String names, Moment moment, Object at, @Nullable Object until,
            @Nullable String language) {
    }

    Overview describe(UUID subscriberId, Locale locale, Model model) {
        Overview overview = this.overviews.of(subscriberId, locale.getLanguage(), this.clock.instant())
            .orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
        model.addAttribute("address", overview.address());
        model.addAttribute("items", overview.taken().stream().map(this::item).toList());
        model.addAttribute("waiting", overview.waiting());
        overview.pausedUntil().ifPresent((until) -> model.addAttribute("pausedUntil", local(until)));
        model.addAttribute("language", languageName(overview.language()));
        model.addAttribute("choosesLanguage", this.site.languages().size() > 1);
        model.addAttribute("moments", moments(overview, locale));
        overview.offered().ifPresent((shown) -> {
            model.addAttribute("shown", shown);
            model.addAttribute("stamp", this.form.stamp(shown));
        });
        return overview;
    }

    private TakenItem item(Taken taken) {
        return new TakenItem(taken, local(taken.since()), local(taken.until()));
    }

    private List<HistoryItem> moments(Overview overview, Locale locale) {
        return overview.history().stream().map((moment) -> item(moment, locale)).toList();
    }

    private HistoryItem item(Moment moment, Locale locale) {
        Instant until = moment.until();
        String language = moment.language();
        return new HistoryItem(moment.what().name(), names(moment, locale), moment, local(moment.at()),
                (until != null) ? local(until) : null, (language != null) ? languageName(language) : null);
    }

    private static String languageName(String tag) {
        return HabitsController.name(Locale.forLanguageTag(tag));
    }

    /** “One”, “Two”, with the marks that the language has for it. */
    private String names(Moment moment, Locale locale) {
        return moment.newsletters()
            .stream()
            .map((name) -> this.messages.getMessage("quoted", new Object[] { name }, locale))
            .collect(Collectors.joining(", "));
    }

    private Object local(Instant instant) {
        return instant.atZone(this.site.zone());
    }

}
