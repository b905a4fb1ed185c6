package newsletter.mailer.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import newsletter.mailer.letter.ClaimedLetter.Item;
import newsletter.mailer.letter.Letter.Kind;
import newsletter.mailer.rendering.MailWords;
import newsletter.mailer.site.PublicSite;
import newsletter.mailer.site.TestSite;
import newsletter.personaldata.EmailAddress;
import newsletter.theme.CityProperties;

import static org.assertj.core.api.Assertions.assertThat;

class LetterWriterTests {

    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org").orElseThrow();

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

    private final CityProperties city = new CityProperties("City of Exford", "/theme/exford.svg", "#17494d", "#e2725b",
            ZoneId.of("Europe/London"), new CityProperties.Contact("City Hall, 1 Bridge Street, Exford",
                    "help@exford.example.org", "data-protection@exford.example.org"));

    private LetterWriter writer;

    @BeforeEach
    void writer(@TempDir Path folder) {
        var words = new MailWords();
        PublicSite site = TestSite.at("https://news.exford.example.org", folder);
        this.writer = new LetterWriter(new LetterTemplates(words, this.city), words, site, this.city,
                new LetterProperties("from@example.org", Duration.ofDays(7), 1, Duration.ofSeconds(1),
                        Duration.ofSeconds(1)));
    }

    private MimeMessage write(Kind kind, String language) throws MessagingException {
        return write(kind, language,
                new Item("mayor", "The Mayor", "Monthly", "I agree.", "b2", true, AT.plus(Duration.ofDays(30)), null));
    }

    private MimeMessage write(Kind kind, String language, Item item) throws MessagingException {
        String about = (kind == Kind.WELCOME) ? "7K3M-92QF-X4TD" : UUID.randomUUID().toString();
        var letter = new ClaimedLetter(kind.text() + ":1", UUID.randomUUID(), kind, about, UUID.randomUUID(),
                UUID.randomUUID(), language, AT, AT.plus(Duration.ofDays(7)), "a1", "Words that were approved.", "AQ==",
                0, 0, List.of(item));
        return new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(this.writer.write(letter, ADA, "id@example.org")));
    }

    private static String part(MimeMessage mail, int part) throws MessagingException, IOException {
        return (String) ((Multipart) mail.getContent()).getBodyPart(part).getContent();
    }

    @Test
    void c12WhoAskedInPolishIsAnsweredInPolish() throws Exception {
        MimeMessage mail = write(Kind.PLEASE_CONFIRM, "pl");
        assertThat(mail.getSubject()).isEqualTo("Prosimy o potwierdzenie zapisu");
        for (int part = 0; part < 2; part++) {
            assertThat(part(mail, part)).contains("potwierdzenie", "29 listopada 2026, 09:00 (Europe/London)",
                    "https://news.exford.example.org/pl/confirm/", "https://news.exford.example.org/pl/wordings/a1");
        }
        assertThat(Jsoup.parse(part(mail, 1)).expectFirst("html").attr("lang")).isEqualTo("pl");
    }

    @Test
    void whoAskedInEnglishIsAnsweredInEnglish() throws Exception {
        MimeMessage mail = write(Kind.WELCOME, "en");
        assertThat(mail.getSubject()).isEqualTo("Welcome: your receipt 7K3M-92QF-X4TD");
        assertThat(part(mail, 0)).contains("Agreed on: 22 November 2026 at 09:00 (Europe/London)",
                "https://news.exford.example.org/receipts/");
    }

    /**
     * What was asked for, by whom, the button, until when, and no more: no campaign, no
     * picture.
     */
    @ParameterizedTest
    @EnumSource(value = Kind.class,
            names = { "PLEASE_CONFIRM", "PERMISSION_REQUEST", "PLEASE_RENEW", "RENEWAL_REMINDER" })
    void c09ALetterThatAsksIsNoMarketing(Kind kind) throws Exception {
        MimeMessage mail = write(kind, "en");
        Document html = Jsoup.parse(part(mail, 1));
        assertThat(html.select("img, [background], video, iframe, form")).isEmpty();
        assertThat(html.select("a[href]").eachAttr("href")).allMatch((href) -> href
            .matches("https://news\\.exford\\.example\\.org/(confirm|wordings|unsubscribe)/.+|mailto:help@exford.*"));
        assertThat(html.select("a[href*=/confirm/]")).hasSize(1);
        for (int part = 0; part < 2; part++) {
            assertThat(part(mail, part)).contains("Words that were approved.", "City of Exford", "The Mayor",
                    "29 November 2026 at 09:00", "/confirm/", "City Hall");
        }
        assertThat(mail.getHeader("List-Unsubscribe")).as("M-13").isNull();
    }

    @Test
    void c28ALetterThatAsksToRenewSaysWhenWhatEnds() throws Exception {
        MimeMessage mail = write(Kind.PLEASE_RENEW, "en");
        for (int part = 0; part < 2; part++) {
            assertThat(part(mail, part)).contains("Your agreement ends on 22 December 2026 at 09:00", "/unsubscribe/")
                .doesNotContain("has changed", "We do not ask again");
        }
        MimeMessage reminder = write(Kind.RENEWAL_REMINDER, "en");
        assertThat(part(reminder, 0)).contains("We do not ask again", "Words that were approved.");
    }

    @Test
    void c29ALetterAboutAChangeSaysWhatWasAgreedToAndWhatIsAskedNow() throws Exception {
        MimeMessage mail = write(Kind.PLEASE_RENEW, "en", new Item("mayor", "The Mayor", "Monthly", "I agree anew.",
                "b2", true, AT.plus(Duration.ofDays(30)), "I agreed before."));
        for (int part = 0; part < 2; part++) {
            assertThat(part(mail, part)).contains("This newsletter has changed", "I agreed before.", "I agree anew.")
                .doesNotContain("Your agreement ends on");
        }
    }

    /** A language that was spoken once, and is not any more. */
    @Test
    void whoseLanguageWeDoNotSpeakIsAnsweredInTheFirst() throws Exception {
        MimeMessage mail = write(Kind.YOUR_LINK, "cy");
        assertThat(mail.getSubject()).isEqualTo("Your link to manage your newsletters");
        assertThat(part(mail, 0)).contains("https://news.exford.example.org/preferences/");
        assertThat(Jsoup.parse(part(mail, 1)).expectFirst("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void c23TheLettersOfAChangeOfAddress() throws Exception {
        MimeMessage asks = write(Kind.CONFIRM_ADDRESS, "pl");
        assertThat(asks.getSubject()).isEqualTo("Potwierdź nowy adres e-mail");
        MimeMessage tells = write(Kind.ADDRESS_CHANGED, "en");
        assertThat(tells.getSubject()).isEqualTo("Your newsletters go to another address now");
        for (int part = 0; part < 2; part++) {
            assertThat(part(asks, part)).contains("https://news.exford.example.org/pl/change-address/");
            assertThat(part(tells, part)).contains("22 November 2026 at 09:00 (Europe/London)",
                    "https://news.exford.example.org");
            // The mailbox is perhaps somebody else's now.
            assertThat(part(tells, part)).doesNotContain("/preferences/", "/change-address/", "/unsubscribe/");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noLetterLacksAWord(Kind kind) throws Exception {
        for (String language : List.of("en", "pl")) {
            MimeMessage mail = write(kind, language);
            assertThat(mail.getSubject() + part(mail, 0) + part(mail, 1)).doesNotContain("??", "null", "#{", "{0}");
        }
    }

}
