package newsletter.subscription.yourdata;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.reported.Look;
import newsletter.subscription.reported.Looks;
import newsletter.subscription.rights.Rights;
import newsletter.subscription.rights.Rights.OwnCase;
import newsletter.subscription.yourdata.Chapter.Fact;
import newsletter.subscription.yourdata.Chapter.Item;

/** Fills the page and the file, with the times that the city's clocks showed. */
@Component
class YourDataPages {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final Subscribers subscribers;

    private final Looks looks;

    private final Rights rights;

    private final SiteProperties site;

    YourDataPages(Subscribers subscribers, Looks looks, Rights rights, SiteProperties site) {
        this.subscribers = subscribers;
        this.looks = looks;
        this.rights = rights;
        this.site = site;
    }

    /** An officer's look, with its time on the city's clocks. */
    record LookItem(Look look, ZonedDateTime at) {
    }

    /**
     * A request to us, with its times on the city's clocks.
     *
     * @param state which of them says how it stands: {@code closed}, {@code acknowledged}
     * or {@code due}
     */
    record CaseItem(OwnCase one, String right, ZonedDateTime received, String state, ZonedDateTime at) {
    }

    /**
     * A part of the file.
     *
     * @param items each a list of what belongs together
     */
    record Part(String name, List<List<Row>> items) {
    }

    /** What belongs together under one label. */
    record Row(String member, List<Entry> entries) {
    }

    /**
     * One value.
     *
     * @param label absent where the row's label says it all
     * @param at if it is a time
     */
    record Entry(@Nullable String label, String value, List<String> lines, @Nullable ZonedDateTime at) {
    }

    void describe(UUID subscriberId, Model model) {
        model.addAttribute("address",
                this.subscribers.maskedAddress(subscriberId).orElseThrow(() -> new DeadLink(Reason.UNKNOWN)));
        model.addAttribute("looks",
                this.looks.at(subscriberId).stream().map((look) -> new LookItem(look, local(look.at()))).toList());
        model.addAttribute("cases", this.rights.of(subscriberId).reversed().stream().map(this::item).toList());
        this.rights.restrictedSince(subscriberId).ifPresent((since) -> model.addAttribute("restricted", local(since)));
    }

    private CaseItem item(OwnCase one) {
        String right = one.right().name().toLowerCase(Locale.ROOT);
        ZonedDateTime received = local(one.receivedAt());
        if (one.closedAt() != null) {
            return new CaseItem(one, right, received, "closed", local(one.closedAt()));
        }
        return (one.acknowledgedAt() != null)
                ? new CaseItem(one, right, received, "acknowledged", local(one.acknowledgedAt()))
                : new CaseItem(one, right, received, "due", local(one.dueAt()));
    }

    /** What was done is said only if it is so. */
    void say(@Nullable String done, UUID subscriberId, Model model) {
        if (done != null
                && this.rights.of(subscriberId).stream().anyMatch((one) -> one.right().name().equalsIgnoreCase(done))) {
            model.addAttribute("done", done);
        }
    }

    void describe(Export export, Model model) {
        model.addAttribute("created", local(export.created()));
        model.addAttribute("address", export.subscriber().emailAddress());
        model.addAttribute("parts", Chapter.of(ExportJson.tree(export, this.site)).stream().map(this::part).toList());
    }

    private Part part(Chapter chapter) {
        return new Part(chapter.name(), chapter.items().stream().map(this::rows).toList());
    }

    private List<Row> rows(Item item) {
        Map<String, List<Fact>> members = item.facts()
            .stream()
            .collect(Collectors.groupingBy(Fact::member, LinkedHashMap::new, Collectors.toList()));
        return members.entrySet()
            .stream()
            .map((member) -> new Row(member.getKey(),
                    member.getValue().stream().map((fact) -> entry(member.getKey(), fact)).toList()))
            .toList();
    }

    private Entry entry(String member, Fact fact) {
        String label = fact.leaf().equals(member) ? null : fact.leaf();
        ZonedDateTime at = MOMENT.matcher(fact.value()).matches() ? local(Instant.parse(fact.value())) : null;
        return new Entry(label, fact.value(), fact.value().lines().toList(), at);
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(this.site.zone());
    }

}
