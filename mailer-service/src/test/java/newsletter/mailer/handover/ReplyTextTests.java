package newsletter.mailer.handover;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyTextTests {

    private static final String MAILBOX = "jane.doe+news@mail.example.net";

    @ParameterizedTest
    @ValueSource(strings = { "550 5.1.1 <jane.doe+news@mail.example.net>: Recipient address rejected",
            "550 5.1.1 jane.doe+news@mail.example.net... User unknown",
            "550 5.1.1 JANE.DOE+NEWS@MAIL.EXAMPLE.NET unknown", "550 No such user: jane.doe+news",
            "550-5.1.1 The account \"jane.doe+news@mail.example.net\"\r\n550 5.1.1 does not exist",
            "250 2.1.5 ok, will bounce to bounce+jane.doe+news=mail.example.net@lists.example.org",
            "550 see https://help.example.org/?addr=jane.doe%2Bnews%40mail.example.net",
            "550 user jane.doe+news=40mail.example.net" })
    void noReplyKeepsAnAddress(String reply) {
        String text = ReplyText.of(reply, MAILBOX);
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("jane")
            .doesNotContain("mail.example.net")
            .doesNotContain("@");
        assertThat(text).startsWith(reply.substring(0, 3));
    }

    @Test
    void whatIsWorthKnowingStays() {
        assertThat(ReplyText.of("250 2.0.0 Ok: queued as 4F2A81C0", MAILBOX))
            .isEqualTo("250 2.0.0 Ok: queued as 4F2A81C0");
        assertThat(ReplyText.of("421-4.7.0 Try again\r\n421 4.7.0 in an hour\r\n", MAILBOX))
            .isEqualTo("421-4.7.0 Try again 4.7.0 in an hour");
    }

    @Test
    void aLocalPartThatIsANumberDoesNotHideTheCode() {
        assertThat(ReplyText.of("250 2.0.0 Ok 250", "250@example.org")).isEqualTo("250 2.0.0 Ok […]");
    }

    @Test
    void aReplyIsOneLineAndBounded() {
        String text = ReplyText.of("550 " + "no\r\n\t\u0000".repeat(200), MAILBOX);
        assertThat(text).hasSizeLessThanOrEqualTo(300).doesNotContain("\r", "\n", "\u0000");
    }

}
