package newsletter.mailer.site;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import newsletter.mailer.site.PublicSite.Unsubscribing;
import newsletter.personaldata.DevelopmentKeysets;
import newsletter.personaldata.KeysetFile;
import newsletter.personaldata.Seal;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.signin.DevelopmentMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PublicSiteTests {

    private static final UUID SUBSCRIBER = UUID.randomUUID();

    private SignedLinks links;

    @BeforeEach
    void keys(@TempDir Path folder) {
        DevelopmentKeysets.write(folder);
        this.links = new SignedLinks(new Seal(KeysetFile.read(folder.resolve("links.json"), true)));
    }

    private PublicSite site(String address, boolean development) {
        return new PublicSite(new SiteProperties(address, null, List.of(Locale.UK, Locale.of("pl", "PL"))), this.links,
                new DevelopmentMode(development));
    }

    /** M-04, M-09. */
    @Test
    void oneTokenLeavesANewsletterInTwoWaysForEver() {
        Unsubscribing leaving = site("https://news.example.org", false).unsubscribing(SUBSCRIBER, "mayor");
        String token = leaving.page().substring("https://news.example.org/unsubscribe/".length());
        assertThat(leaving.oneClick()).isEqualTo("https://news.example.org/one-click/" + token);
        assertThat(this.links.read(Action.UNSUBSCRIBE, token))
            .contains(new Link(Action.UNSUBSCRIBE, SUBSCRIBER, "mayor", null));
        assertThat(leaving.toString()).doesNotContain(token);
    }

    @Test
    void aLinkToThePreferencesEndsAndSaysNoAddress() {
        Instant now = Instant.parse("2026-11-22T09:00:00Z");
        String link = site("https://news.example.org", false).preferences(SUBSCRIBER, now);
        assertThat(link).startsWith("https://news.example.org/preferences/");
        assertThat(this.links.read(Action.PREFERENCES, link.substring(link.lastIndexOf('/') + 1)))
            .contains(new Link(Action.PREFERENCES, SUBSCRIBER, "subscriber", now.plus(Duration.ofDays(90))));
    }

    @Test
    void aTokenThatConfirmsExpiresWithItsRequest() {
        UUID request = UUID.randomUUID();
        Instant expiry = Instant.parse("2026-11-29T09:00:00Z");
        String link = site("https://news.example.org/letters", false).confirmation(SUBSCRIBER, request, expiry);
        assertThat(link).startsWith("https://news.example.org/letters/confirm/");
        assertThat(this.links.read(Action.CONFIRM, link.substring(link.lastIndexOf('/') + 1)))
            .contains(new Link(Action.CONFIRM, SUBSCRIBER, request.toString(), expiry));
    }

    /** C-12: who agreed in Polish finds Polish pages. A mail program reads none. */
    @Test
    void pagesAreInTheLanguageOfTheMail() {
        PublicSite polish = site("https://news.example.org/letters", false).in("pl");
        assertThat(polish.privacyNotice()).isEqualTo("https://news.example.org/letters/pl/privacy");
        assertThat(polish.receipt(SUBSCRIBER, "7K3M")).startsWith("https://news.example.org/letters/pl/receipts/");
        Unsubscribing leaving = polish.unsubscribing(SUBSCRIBER, "mayor");
        assertThat(leaving.page()).startsWith("https://news.example.org/letters/pl/unsubscribe/");
        assertThat(leaving.oneClick()).startsWith("https://news.example.org/letters/one-click/");
        assertThat(polish.in("en").privacyNotice()).isEqualTo("https://news.example.org/letters/privacy");
        assertThat(polish.in("cy").privacyNotice()).isEqualTo("https://news.example.org/letters/privacy");
    }

    @Test
    void aReceiptCanBeSeenForEver() {
        String link = site("https://news.example.org", false).receipt(SUBSCRIBER, "7K3M-92QF-X4TD");
        assertThat(link).startsWith("https://news.example.org/receipts/");
        assertThat(this.links.read(Action.RECEIPT, link.substring(link.lastIndexOf('/') + 1)))
            .contains(new Link(Action.RECEIPT, SUBSCRIBER, "7K3M-92QF-X4TD", null));
    }

    @Test
    void aSiteWithoutTlsIsForDevelopmentOnly() {
        assertThat(site("http://localhost:8080", true).address()).isEqualTo("http://localhost:8080");
        assertThatIllegalArgumentException().isThrownBy(() -> site("http://news.example.org", false));
    }

}
