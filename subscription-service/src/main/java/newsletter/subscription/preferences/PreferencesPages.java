package newsletter.subscription.preferences;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

    private final SiteProperties site;

    private final Clock clock;

    PreferencesPages(Overviews overviews, KnownForm form, SiteProperties site, Clock clock) {
        this.overviews = overviews;
        this.form = form;
        this.site = site;
        this.clock = clock;
    }

    /** A newsletter that is sent. */
    record TakenItem(Taken taken, Object since, Object until) {
    }

    /** A thing that happened. */
    record HistoryItem(String what, String names, Moment moment, Object at) {
    }

    Overview describe(UUID subscriberId, Model model) {
        Overview overview = this.overviews.of(subscriberId, this.clock.instant())
            .orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
        model.addAttribute("address", overview.address());
        model.addAttribute("items", overview.taken().stream().map(this::item).toList());
        model.addAttribute("waiting", overview.waiting());
        model.addAttribute("moments", moments(overview));
        overview.offered().ifPresent((shown) -> {
            model.addAttribute("shown", shown);
            model.addAttribute("stamp", this.form.stamp(shown));
        });
        return overview;
    }

    private TakenItem item(Taken taken) {
        return new TakenItem(taken, local(taken.since()), local(taken.until()));
    }

    private List<HistoryItem> moments(Overview overview) {
        return overview.history()
            .stream()
            .map((moment) -> new HistoryItem(moment.what().name(), moment.names(), moment, local(moment.at())))
            .toList();
    }

    private Object local(Instant instant) {
        return instant.atZone(this.site.zone());
    }

}
