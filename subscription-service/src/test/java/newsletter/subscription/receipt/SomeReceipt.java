package newsletter.subscription.receipt;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import org.springframework.context.support.ResourceBundleMessageSource;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.SiteProperties;
import newsletter.subscription.catalogue.Wording;
import newsletter.subscription.receipt.Documents.Signed;
import newsletter.theme.CityProperties;
import newsletter.theme.CityProperties.Contact;

/** A receipt that nobody was given, and keys to sign it with. */
final class SomeReceipt {

    static final Instant AGREED = Instant.parse("2026-11-22T14:09:31.482Z");

    private SomeReceipt() {
    }

    static KeysetHandle keyset() {
        try {
            SignatureConfig.register();
            return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedSignatureParameters.ED25519WithRawOutput)
                    .withRandomId()
                    .makePrimary())
                .build();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static Receipt receipt() {
        return receipt("en");
    }

    static Receipt receipt(String language) {
        return new Receipt("7K3M-92QF-X4TD", UUID.fromString("4b6e2f1a-1111-4222-8333-444455556666"), "web-form",
                AGREED.minusSeconds(60), AGREED, language, wording(WordingKind.PRIVACY_NOTICE, "The notice"),
                wording(WordingKind.CONFIRMATION_MAIL, "Please confirm"),
                List.of(new Receipt.Item(UUID.fromString("a6f58318-72e6-46a2-bfd7-f36d795e30cd"), "mayor",
                        "Email from the Mayor", 3, "uk-gdpr:6(1)(a)", true,
                        wording(WordingKind.CONSENT_STATEMENT, "I agree to “Email from the Mayor” <b>&"), AGREED,
                        Instant.parse("2028-11-22T14:09:31.482Z"), null)));
    }

    private static Wording wording(WordingKind kind, String text) {
        return new Wording("ab".repeat(32), kind, null, "2.1.0", "en", text, Instant.EPOCH);
    }

    static Documents documents(ReceiptKeys keys) {
        var site = new SiteProperties(URI.create("https://news.exford.example.org"), ZoneId.of("Europe/London"),
                List.of(Locale.UK));
        var city = new CityProperties("City of Exford", "/theme/exford.svg", "#17494d", "#e2725b", site.zone(),
                new Contact("City Hall, Exford", "help@exford.example.org", "data-protection@exford.example.org"));
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Documents(site, city,
                new ReceiptProperties("GB", List.of("GB"), List.of("A relay"), "6 years", "The authority",
                        Map.of("pl", new ReceiptProperties.Texts(List.of("Serwer"), "6 lat", "Organ"))),
                messages, keys);
    }

    static Signed signed(ReceiptKeys keys) {
        return documents(keys).sign(receipt());
    }

}
