package newsletter.mailer.rendering;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CompiledMailTests {

    private static final String HEADERS = """
            From: City of Exford <mayor@news.example.org>
            To: ZqxSlotToZqx
            Message-ID: <ZqxSlotMessageIdZqx>
            Date: ZqxSlotDateZqx
            List-Unsubscribe: <ZqxSlotOneClickZqx>
            """;

    private static final String BODY = """
            Stop these emails:
            ZqxSlotUnsubscribeZqx
            ZqxSlotPreferencesZqx

            <a
            href=3D"ZqxSlotUnsubscribeZqx"
            >Stop</a>
            <a
            href=3D"ZqxSlotPreferencesZqx"
            >Manage</a>
            """;

    private static final String MAIL = HEADERS + "\n" + BODY;

    private static final Recipient RECIPIENT = new Recipient("ada@example.org", "d1@news.example.org",
            "Sun, 22 Nov 2026 09:00:00 +0000", "https://news.example.org/one-click/abc.def",
            "https://news.example.org/unsubscribe/abc.def", "https://news.example.org/preferences/abc.def");

    @Test
    void everyFieldStandsInItsPlace() {
        assertThat(splice(MAIL, RECIPIENT)).isEqualTo(crlf("""
                From: City of Exford <mayor@news.example.org>
                To: ada@example.org
                Message-ID: <d1@news.example.org>
                Date: Sun, 22 Nov 2026 09:00:00 +0000
                List-Unsubscribe: <https://news.example.org/one-click/abc.def>

                Stop these emails:
                https://news.example.org/unsubscribe/abc.def
                https://news.example.org/preferences/abc.def

                <a
                href=3D"https://news.example.org/unsubscribe/abc.def"
                >Stop</a>
                <a
                href=3D"https://news.example.org/preferences/abc.def"
                >Manage</a>
                """));
    }

    @Test
    void whatIsStoredIsWhatWasHashed() {
        CompiledMail mail = CompiledMail.of(bytes(MAIL));
        assertThat(mail.bytes()).isEqualTo(bytes(MAIL));
        assertThat(CompiledMail.of(mail.bytes()).sha256()).isEqualTo(mail.sha256()).matches("[0-9a-f]{64}");
        assertThat(CompiledMail.of(bytes(MAIL.replace("Stop these", "Halt these"))).sha256())
            .isNotEqualTo(mail.sha256());
    }

    @Test
    void whoeverHoldsTheBytesCannotChangeThem() {
        byte[] bytes = bytes(MAIL);
        CompiledMail mail = CompiledMail.of(bytes);
        bytes[0] = 'X';
        mail.bytes()[0] = 'Y';
        assertThat(mail.bytes()).isEqualTo(bytes(MAIL));
    }

    @Test
    void aLongLinkIsBrokenSoftlyAndReadsAsOne() {
        String url = "https://news.example.org/unsubscribe/" + "t0ken.".repeat(40) + "?a=b";
        String mail = splice(MAIL, new Recipient("ada@example.org", "d1@news.example.org", RECIPIENT.date(),
                RECIPIENT.oneClickUrl(), url, RECIPIENT.preferencesUrl()));
        String body = mail.substring(mail.indexOf("\r\n\r\n"));
        assertThat(body.lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(body.replace("=\r\n", "").replace("=3D", "=")).contains("emails:\r\n" + url + "\r\n",
                "href=\"" + url + "\"\r\n");
    }

    @Test
    void aLinkOfAnyLengthLeavesRoomForWhatFollowsIt() {
        for (int length = 1; length < 200; length++) {
            String url = "https://e/" + "x".repeat(length);
            String mail = splice(MAIL, new Recipient("ada@example.org", "d1@news.example.org", RECIPIENT.date(),
                    RECIPIENT.oneClickUrl(), url, RECIPIENT.preferencesUrl()));
            String body = mail.substring(mail.indexOf("\r\n\r\n"));
            assertThat(body.lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(76));
            assertThat(body.replace("=\r\n", "")).contains("\r\n" + url + "\r\n", "href=3D\"" + url + "\"\r\n");
        }
    }

    @Test
    void aHeaderNeverGrowsPastWhatMailAllows() {
        CompiledMail mail = CompiledMail.of(bytes(MAIL));
        var recipient = new Recipient("ada@example.org", "d1@news.example.org", RECIPIENT.date(),
                "https://news.example.org/" + "x".repeat(1000), RECIPIENT.unsubscribeUrl(), RECIPIENT.preferencesUrl());
        assertThatIllegalArgumentException().isThrownBy(() -> mail.splice(recipient)).withMessageNotContaining("xxx");
    }

    static Stream<String> uncompilable() {
        return Stream.of(HEADERS, MAIL.replace("To: ZqxSlotToZqx\n", ""),
                MAIL.replace("From:", "Subject: ZqxSlotToZqx\nFrom:"), MAIL.replaceFirst("<a", "ZqxSlotDateZqx <a"),
                MAIL.replace("From:", "Subject: ZqxSlotUnsubscribeZqx\nFrom:"),
                MAIL.replaceFirst("\nZqxSlotUnsubscribeZqx", "\nZqxSlotUnsub=\nscribeZqx"),
                MAIL.replace("<a", "ZqxSl=\not <a"), MAIL.replace("<a", "ZqxSlotElseZqx <a"),
                MAIL.replace("<a", "ZqxSlotUnsubscribeZqx <a"), MAIL.replace("\nZqxSlotPreferencesZqx", ""),
                MAIL.replace("From:", "Subject: Zqx\n Slot\nFrom:"));
    }

    /**
     * It was approved before there was such a page, and approved bytes are sent bytes.
     */
    @Test
    void aMailWithoutAPlaceForThePreferencesIsSentAsItIs() {
        String older = MAIL.replace("ZqxSlotPreferencesZqx", "https://news.example.org/");
        assertThat(splice(older, RECIPIENT)).contains(RECIPIENT.unsubscribeUrl())
            .doesNotContain(RECIPIENT.preferencesUrl());
    }

    @ParameterizedTest
    @MethodSource
    void uncompilable(String mail) {
        assertThatExceptionOfType(UncompilableMail.class).isThrownBy(() -> CompiledMail.of(bytes(mail)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "ada", "ada@example.org\r\nBcc: all@example.org", "ada@example.org\n",
            "ada@example.org,eve@example.org", "Ada <ada@example.org>", "ada@exam ple.org", "åda@example.org",
            "ada@example.org(x)", "a@b@c", "ada\u202e@example.org", "ada@example.org\u0000" })
    void anAddressThatIsMoreThanOneIsRefused(String to) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new Recipient(to, "d1@news.example.org", RECIPIENT.date(), RECIPIENT.oneClickUrl(),
                    RECIPIENT.unsubscribeUrl(), RECIPIENT.preferencesUrl()))
            .withMessage("The field 'to' does not fit into a mail");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "javascript:alert(1)", "https://e/\r\nX: y", "https://e/\"><b>", "https://e/a&b",
            "https://e/a b", "https://e/>", "https://e/é" })
    void aLinkThatWouldNeedEscapingIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipient("ada@example.org", "d1@news.example.org",
                RECIPIENT.date(), url, "https://e/", "https://e/"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipient("ada@example.org", "d1@news.example.org",
                RECIPIENT.date(), "https://e/", url, "https://e/"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "<d1@news.example.org>", "d1@news.example.org\r\nX: y", "d1" })
    void aMessageIdThatIsNoneIsRefused(String messageId) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipient("ada@example.org", messageId,
                RECIPIENT.date(), RECIPIENT.oneClickUrl(), RECIPIENT.unsubscribeUrl(), RECIPIENT.preferencesUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "now", "Sun, 22 Nov 2026 09:00:00 +0000\r\nX: y" })
    void aDateThatIsNoneIsRefused(String date) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipient("ada@example.org", "d1@news.example.org",
                date, RECIPIENT.oneClickUrl(), RECIPIENT.unsubscribeUrl(), RECIPIENT.preferencesUrl()));
    }

    @Test
    void aRecipientIsNotPrinted() {
        assertThat(RECIPIENT).hasToString("Recipient");
    }

    private static String splice(String mail, Recipient recipient) {
        return new String(CompiledMail.of(bytes(mail)).splice(recipient), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String mail) {
        return crlf(mail).getBytes(StandardCharsets.US_ASCII);
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

}
