package newsletter.subscription.receipt;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.subscription.SiteProperties;

/** Puts receipts on pages, with times as the city tells them. */
@Component
class ReceiptPages {

    private final SiteProperties site;

    private final Clock clock;

    ReceiptPages(SiteProperties site, Clock clock) {
        this.site = site;
        this.clock = clock;
    }

    /** One consent, when it runs out, and what has become of it, if that is known. */
    record Row(Document.Entry entry, ZonedDateTime validUntil, @Nullable String state,
            @Nullable ZonedDateTime endedAt) {
    }

    /** What a signed receipt says, and nothing that we know besides. */
    void describe(Document document, Model model) {
        describe(document, Map.of(), model);
    }

    /** A person's own receipt, and what has become of their consents since. */
    void describe(Document document, Receipt receipt, Model model) {
        describe(document, receipt.items().stream().collect(Collectors.toMap(Receipt.Item::consentId, (item) -> item)),
                model);
    }

    private void describe(Document document, Map<UUID, Receipt.Item> known, Model model) {
        model.addAttribute("document", document);
        model.addAttribute("asked", local(document.collection().requestedAt()));
        model.addAttribute("agreed", local(document.created()));
        List<Row> rows = document.records().stream().map((entry) -> row(entry, known.get(entry.recordId()))).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("keys", this.site.address("/.well-known/jwks.json"));
        model.addAttribute("check", this.site.address("/verify"));
    }

    private Row row(Document.Entry entry, Receipt.@Nullable Item item) {
        ZonedDateTime validUntil = local(entry.validUntil());
        if (item == null) {
            return new Row(entry, validUntil, null, null);
        }
        Instant ended = item.endedAt();
        return new Row(entry, validUntil, item.state(this.clock.instant()).name().toLowerCase(Locale.ROOT),
                (ended != null) ? local(ended) : null);
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(this.site.zone());
    }

}
