package newsletter.mailer.rendering;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.mailer.audience.Newsletter;
import newsletter.mailer.site.PublicSite;
import newsletter.theme.CityProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class MailRendererTests {

    private static final Newsletter MAYOR = new Newsletter("mayor", "Email from the Mayor", "What the mayor does", 1,
            "The Mayor of Exford", "mayor@news.exford.example.org", "monthly", "en");

    private static final String MARKDOWN = """
            ## The bridge closes

            Dear residents, naïve as it sounds: the old bridge closes on **1 March** for a while that is long enough to
            fill more than one line of a mail. See [the timetable](https://exford.example.org/ferry?day=1&way=out).

            - Cars: use the ring road
            - Bicycles: use the ferry
            """;

    private static final Recipient ADA = new Recipient("ada@example.org", "d1.e1@news.exford.example.org",
            "Sun, 22 Nov 2026 09:00:00 +0000", "https://news.exford.example.org/one-click/" + "t0ken-._".repeat(20),
            "https://news.exford.example.org/unsubscribe/" + "t0ken-._".repeat(20),
            "https://news.exford.example.org/preferences/" + "t0ken-._".repeat(20));

    private static final Session SESSION = Session.getInstance(new Properties());

    private final MailRenderer renderer = new MailRenderer(new MailWords(),
            new CityProperties("City of Exford", "/theme/exford.svg", "#17494d", "#e2725b", ZoneId.of("Europe/London"),
                    new CityProperties.Contact("City Hall, 1 Bridge Street, Exford", "help@exford.example.org",
                            "data-protection@exford.example.org")),
            site());

    private static PublicSite site() {
        PublicSite site = mock();
        given(site.in(any())).willReturn(site);
        given(site.privacyNotice()).willReturn("https://news.exford.example.org/privacy");
        given(site.archive()).willReturn("https://news.exford.example.org/news");
        return site;
    }

    @Test
    void theSameWordsMakeTheSameBytes() {
        String sha256 = render("A bridge", MARKDOWN).mail().sha256();
        assertThat(render("A bridge", MARKDOWN).mail().sha256()).isEqualTo(sha256);
        assertThat(render("A bridge", MARKDOWN + "!").mail().sha256()).isNotEqualTo(sha256);
        assertThat(render("A bridge!", MARKDOWN).mail().sha256()).isNotEqualTo(sha256);
    }

    @Test
    void oneHttpsAddressUnsubscribesByOneClick() throws Exception { // M-01, M-02
        MimeMessage mail = sent("A bridge", MARKDOWN);
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + ADA.oneClickUrl() + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void theListHasOneNameForEver() throws Exception { // M-11, M-12
        MimeMessage mail = sent("A bridge", MARKDOWN);
        assertThat(mail.getHeader("List-Id")).hasSize(1);
        assertThat(MimeUtility.unfold(mail.getHeader("List-Id", null)))
            .isEqualTo("\"Email from the Mayor\" <mayor.news.exford.example.org>");
        assertThat(mail.getHeader("List-Post")).containsExactly("NO");
        assertThat(mail.getHeader("List-Archive")).containsExactly("<https://news.exford.example.org/news>");
        assertThat(mail.getHeader("List-Help")).containsExactly("<mailto:help@exford.example.org>");
    }

    @Test
    void textComesBeforeHtmlAndBothAreQuotedPrintable() throws Exception { // M-38, M-39
        MimeMessage mail = sent("A bridge", MARKDOWN);
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        for (int i = 0; i < 2; i++) {
            assertThat(parts.getBodyPart(i).getHeader("Content-Transfer-Encoding")).containsExactly("quoted-printable");
        }
    }

    @Test
    void bothPartsSayTheSame() throws Exception { // M-38
        Parts parts = parts("A bridge", MARKDOWN);
        assertThat(parts.text).contains("A bridge\r\n========", "naïve as it sounds",
                "the timetable <https://exford.example.org/ferry?day=1&way=out>", "- Bicycles: use the ferry");
        assertThat(parts.html.select("h1").text()).isEqualTo("A bridge");
        assertThat(parts.html.text()).contains("naïve as it sounds", "Bicycles: use the ferry");
        var inText = new TreeSet<>(Pattern.compile("(https://|mailto:)[^\\s>]+")
            .matcher(parts.text.replace("write to ", "write to mailto:").replace("Write to ", "Write to mailto:"))
            .results()
            .map((match) -> match.group())
            .toList());
        assertThat(new TreeSet<>(parts.html.select("a").eachAttr("href"))).isEqualTo(inText)
            .contains(ADA.unsubscribeUrl(), "https://news.exford.example.org/privacy");
    }

    @Test
    void bothPartsSayWhyAndHowToStop() throws Exception { // M-06, M-48, C-10
        Parts parts = parts("A bridge", MARKDOWN);
        for (String part : List.of(parts.text, parts.html.text())) {
            assertThat(part).contains(
                    "You get this email because you asked the City of Exford for “Email from the Mayor”.",
                    "Stop these emails", "How we handle your data", "1 Bridge Street", "help@exford.example.org");
        }
        assertThat(parts.text).contains("Stop these emails:\r\n" + ADA.unsubscribeUrl() + "\r\n",
                "Manage your newsletters:\r\n" + ADA.preferencesUrl() + "\r\n");
        assertThat(parts.html.select("a:contains(Manage your newsletters)").attr("href"))
            .isEqualTo(ADA.preferencesUrl());
        assertThat(parts.html.select("a:contains(Stop these emails)").attr("href")).isEqualTo(ADA.unsubscribeUrl());
    }

    @Test
    void noLineIsLongerThanItMayBe() { // M-39
        String body = "Straße ".repeat(400) + "x".repeat(3000) + " https://exford.example.org/" + "y".repeat(2000);
        byte[] mail = render("Grüße ".repeat(20), body).mail().splice(ADA);
        List<String> lines = new String(mail, StandardCharsets.ISO_8859_1).lines().toList();
        int blank = lines.indexOf("");
        assertThat(lines).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(998).matches("[\t -~]*"));
        assertThat(lines.subList(blank, lines.size()))
            .allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(new String(mail, StandardCharsets.ISO_8859_1).replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void messageIdAndDateAreTheRecipients() throws Exception { // M-40, M-41
        MimeMessage mail = sent("A bridge", MARKDOWN);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + ADA.messageId() + ">");
        assertThat(mail.getHeader("Date")).containsExactly(ADA.date());
        assertThat(mail.getHeader("To")).containsExactly(ADA.to());
        assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(mail.getFrom())
            .containsExactly(new InternetAddress("mayor@news.exford.example.org", "The Mayor of Exford"));
    }

    @Test
    void peopleWroteItNotAMachine() throws Exception { // M-43, M-25
        MimeMessage mail = sent("A bridge", MARKDOWN);
        assertThat(Collections.list(mail.getAllHeaders()).stream().map((header) -> header.getName()))
            .doesNotHaveDuplicates()
            .containsExactlyInAnyOrder("From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe",
                    "List-Unsubscribe-Post", "List-Help", "List-Owner", "List-Archive", "List-Post", "MIME-Version",
                    "Content-Type");
    }

    @Test
    void everybodyCanReadIt() throws Exception { // M-46
        Document html = parts("A bridge", MARKDOWN).html;
        assertThat(html.select("html").attr("lang")).isEqualTo("en");
        assertThat(html.title()).isEqualTo("A bridge");
        assertThat(html.select("table")).isNotEmpty()
            .allSatisfy((table) -> assertThat(table.attr("role")).isEqualTo("presentation"));
        assertThat(html.select("h1, h2, h3").eachText()).containsExactly("A bridge", "The bridge closes");
        assertThat(html.select("body *:not(style)")
            .stream()
            .filter((element) -> element.hasText() && !element.ownText().isBlank()))
            .filteredOn((element) -> !List.of("strong", "em").contains(element.tagName()))
            .allSatisfy((element) -> assertThat(element.attr("style")).isNotBlank());
        assertThat(html.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
    }

    @Test
    void nothingIsFetchedWhenItIsOpened() throws Exception { // M-47
        Parts parts = parts("A bridge", MARKDOWN + "\n![Bridge](https://evil.example/pixel.gif)");
        assertThat(parts.html
            .select("img, link, script, iframe, object, embed, video, audio, [src], [srcset], [background]")).isEmpty();
        assertThat(parts.html.outerHtml()).doesNotContainIgnoringCase("url(", "@import", "@font-face", "evil.example");
        assertThat(parts.html.select("a[href]").eachAttr("href")).allSatisfy((href) -> {
            URI uri = URI.create(href);
            assertThat(uri.getHost() != null ? uri.getHost() : uri.getSchemeSpecificPart())
                .endsWith("exford.example.org");
        });
    }

    @Test
    void aNewsletterInAnotherLanguageSaysSo() throws Exception {
        var welsh = new Newsletter("maer", "E-bost gan y Maer", "", 1, "Maer Exford", "maer@news.exford.example.org",
                "misol", "cy");
        Document html = Jsoup
            .parse(MailSource.of(this.renderer.render(welsh, "Pont", "Annwyl bawb").mail().splice(ADA)).html());
        assertThat(html.select("html").attr("lang")).isEqualTo("cy");
        assertThat(html.select(".foot").attr("lang")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = { "A bridge", "Grüße aus Exford", "市からのお知らせ", "🌉 The bridge 👩‍👩‍👧 is open",
            "=?UTF-8?Q?Bcc=3A?=", "\"quoted\" <a@b>, c", "a  b", "مرحبا" })
    void aSubjectArrivesAsItWasTyped(String subject) throws Exception { // M-41
        MimeMessage mail = sent(subject, MARKDOWN);
        assertThat(mail.getHeader("Subject", null)).matches("(?s)[ -~\r\n\t]*");
        if (!subject.startsWith("=?")) {
            assertThat(mail.getSubject()).isEqualTo(subject);
        }
        assertThat(Jsoup.parse(MailSource.of(render(subject, MARKDOWN).mail().bytes()).html()).title())
            .isEqualTo(subject.replace("  ", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = { "A\r\nBcc: all@example.org", "A\nBcc: x", "A\rBcc: x", "A\u0000", "A\u2028Bcc: x",
            "A\u0085Bcc: x", "A\r\n\r\n<script>" })
    void aSubjectCannotBeginAHeader(String subject) { // M-42
        assertThatIllegalArgumentException().isThrownBy(() -> render(subject, MARKDOWN));
    }

    @Test
    void aNewsletterCannotBeginAHeader() { // M-42
        for (String evil : List.of("x\r\nBcc: all@example.org", "x\nBcc: y", "x\u0000")) {
            assertThatIllegalArgumentException().isThrownBy(() -> this.renderer
                .render(new Newsletter("mayor", evil, "", 1, "Mayor", "mayor@exford.example.org", "", "en"), "A", "b"));
            assertThatIllegalArgumentException().isThrownBy(() -> this.renderer
                .render(new Newsletter("mayor", "Mayor", "", 1, evil, "mayor@exford.example.org", "", "en"), "A", "b"));
            assertThatIllegalArgumentException().isThrownBy(() -> this.renderer.render(
                    new Newsletter("mayor", "Mayor", "", 1, "Mayor", "mayor@exford.example.org" + evil, "", "en"), "A",
                    "b"));
            assertThatIllegalArgumentException().isThrownBy(() -> this.renderer.render(
                    new Newsletter("mayor" + evil, "Mayor", "", 1, "Mayor", "mayor@exford.example.org", "", "en"), "A",
                    "b"));
        }
    }

    @Test
    void whateverIsTypedMakesAMailOrIsRefused() throws Exception { // M-42
        String[] pieces = { "a", "é", "🌉", "\u202e", "\u200d", "\r\n", "\n", "\u0000", "Bcc: x@example.org", "\"",
                "\\", "<", ">", "=?", "?=", "=\r\n", " ", "\t", "\ud800", "ZqxSlotToZqx", "x".repeat(500),
                "--=_city-newsletter", ".\r\n" };
        var random = new Random(42);
        for (int i = 0; i < 400; i++) {
            var text = new StringBuilder();
            random.ints(1 + random.nextInt(8), 0, pieces.length).forEach((piece) -> text.append(pieces[piece]));
            String subject = text.toString().replaceAll("[\\p{Cc}]", " ").strip();
            byte[] mail = render(subject, text + "\n\nend").mail().splice(ADA);
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(Collections.list(message.getAllHeaders())).hasSize(14);
            assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
            assertThat(MailSource.of(mail).html()).contains(ADA.unsubscribeUrl());
            assertThat(MailSource.of(mail).text()).contains("\r\n" + ADA.unsubscribeUrl() + "\r\n").contains("end");
        }
    }

    @Test
    void aNameThatNeedsCodingArrives() throws Exception {
        var newsletter = new Newsletter("clean-air", "Straßen \"rein\" \\ Luft", "", 1, "Müller, \"Amt\"",
                "amt@news.exford.example.org", "", "de");
        MimeMessage mail = read(this.renderer.render(newsletter, "A", "b").mail().splice(ADA));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Müller, \"Amt\"");
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(mail.getHeader("List-Id", null))))
            .isEqualTo("Straßen \"rein\" \\ Luft <clean-air.news.exford.example.org>");
    }

    @Test
    void whatIsTooLongToBeShownWholeCannotBeSent() { // M-46
        Rendering rendering = render("A bridge", "Some words. ".repeat(9000));
        assertThat(rendering.isSendable()).isFalse();
        assertThat(rendering.findings()).singleElement().satisfies((finding) -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message()).startsWith("This is too long");
        });
        assertThat(render("A bridge", "Some words. ".repeat(900)).isSendable()).isTrue();
    }

    @Test
    void ourOwnMarksCannotBeTyped() {
        for (String typed : List.of("ZqxSlotUnsubscribeZqx", "Zqx&#83;lotToZqx", "Zqx*Slot*ToZqx",
                "[a](https://ZqxSlotToZqx)")) {
            Rendering rendering = render("A bridge", typed);
            assertThat(rendering.findings()).as(typed)
                .singleElement()
                .satisfies((finding) -> assertThat(finding.isError()).isTrue());
        }
        assertThat(render("ZqxSlotToZqx", "a").isSendable()).isFalse();
    }

    @Test
    void whatIsPublishedIsTheBodyAlone() {
        Rendering rendering = render("A bridge", "## Hi\n\n[x](https://exford.example.org/x)");
        assertThat(rendering.html()).isEqualTo("<h2>Hi</h2>\n<p><a href=\"https://exford.example.org/x\">x</a></p>\n");
        assertThat(rendering.text()).isEqualTo("Hi\n--\n\nx <https://exford.example.org/x>");
    }

    private record Parts(String text, Document html) {
    }

    private Rendering render(String subject, String markdown) {
        return this.renderer.render(MAYOR, subject, markdown);
    }

    private MimeMessage sent(String subject, String markdown) throws MessagingException {
        return read(render(subject, markdown).mail().splice(ADA));
    }

    private static MimeMessage read(byte[] mail) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(mail));
    }

    private Parts parts(String subject, String markdown) {
        MailSource source = MailSource.of(render(subject, markdown).mail().splice(ADA));
        return new Parts(source.text(), Jsoup.parse(source.html()));
    }

}
