package newsletter.subscription.receipt;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.catalogue.Wording;
import newsletter.subscription.receipt.Document.Collected;
import newsletter.subscription.receipt.Document.Entry;
import newsletter.subscription.receipt.Document.Item;
import newsletter.subscription.receipt.Document.Party;
import newsletter.subscription.receipt.Document.Purpose;
import newsletter.subscription.receipt.Document.Text;
import newsletter.theme.CityProperties;

/** Writes receipts down, with what is to be said of the city, and signs them. */
@Component
class Documents {

    /** All the data there is. */
    private static final List<Item> DATA = List.of(new Item("email-address", false, false),
            new Item("language", true, false));

    private static final List<String> WAYS_OUT = List.of("receipt.way.link", "receipt.way.button",
            "receipt.way.writing");

    private final SiteProperties site;

    private final CityProperties city;

    private final ReceiptProperties properties;

    private final MessageSource messages;

    private final ReceiptKeys keys;

    Documents(SiteProperties site, CityProperties city, ReceiptProperties properties, MessageSource messages,
            ReceiptKeys keys) {
        this.site = site;
        this.city = city;
        this.properties = properties;
        this.messages = messages;
        this.keys = keys;
    }

    /**
     * A receipt that can be handed out.
     *
     * @param payload the document as it was signed
     * @param signature a JWS, which has the payload in it
     */
    record Signed(Document document, String payload, String signature) {

        String file() {
            return ReceiptJson.file(this.payload, this.signature);
        }

    }

    Signed sign(Receipt receipt) {
        Document document = of(receipt);
        String payload = ReceiptJson.payload(document);
        return new Signed(document, payload, this.keys.sign(payload));
    }

    /** In the language in which it was agreed to, whoever looks at it. */
    private Document of(Receipt receipt) {
        ReceiptProperties.Texts texts = this.properties.texts(receipt.language());
        return new Document(Document.SCHEMA, receipt.number(), receipt.confirmedAt(), this.site.site().toString(),
                receipt.subscriberId(), receipt.language(), this.properties.jurisdiction(), List.of(controller()),
                texts.processors().stream().map((name) -> party(name, "processor")).toList(),
                text(receipt.privacyNotice()),
                new Collected(receipt.method(), receipt.requestedAt(), receipt.confirmedAt(), "button",
                        text(receipt.confirmationMail())),
                DATA, this.properties.storageLocations(), texts.retention(), waysOut(receipt.language()),
                this.site.address("/privacy"), party(texts.authority(), "authority"),
                receipt.items().stream().map((item) -> entry(item, receipt.subscriberId())).toList());
    }

    private List<String> waysOut(String language) {
        return WAYS_OUT.stream()
            .map((key) -> this.messages.getMessage(key, null, Locale.forLanguageTag(language)))
            .toList();
    }

    private Party controller() {
        return new Party(this.site.site().toString(), this.city.name(), "controller", "public-authority",
                this.city.contact().postalAddress(), this.city.contact().dpoEmail());
    }

    private static Party party(String name, String role) {
        return new Party(null, name, role, "organisation", null, null);
    }

    private Entry entry(Receipt.Item item, UUID subscriberId) {
        return new Entry(item.consentId(), "explicit", "given", item.givenAt(), subscriberId,
                List.of(new Purpose(item.newsletterId(), item.newsletter(), item.purposeVersion())), item.lawfulBasis(),
                item.directMarketing(), text(item.statement()), item.statement().text(), item.validUntil(),
                between(item.givenAt(), item.validUntil()));
    }

    private Text text(Wording wording) {
        return new Text(wording.version(), wording.language(), wording.sha256(),
                this.site.address("/wordings/" + wording.sha256()));
    }

    /** In days and months as the city counts them. */
    private String between(Instant given, Instant until) {
        return Period
            .between(given.atZone(this.site.zone()).toLocalDate(), until.atZone(this.site.zone()).toLocalDate())
            .toString();
    }

}
