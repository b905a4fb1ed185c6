package newsletter.mailer.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.mailer.letter.LetterMessage.Head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LetterMessageTests {

    private static final Instant DATE = Instant.parse("2026-11-22T09:00:00Z");

    private static String write(Head head, String text) {
        return new String(new LetterMessage(head, DATE).write(text, "<p>" + text + "</p>"),
                StandardCharsets.ISO_8859_1);
    }

    private static Head head(String name, String subject) {
        return new Head(name, "a@example.org", "help@example.org", "ada@example.net", subject, "1@news.example.org");
    }

    /** M-42. */
    @ParameterizedTest
    @ValueSource(strings = { "x\r\nBcc: eve@example.net", "x\nBcc: eve@example.net", "x\rBcc: eve@example.net",
            "x\r\n\r\nBody", "x\u0000", "x\r\n Bcc: eve@example.net" })
    void noValueBeginsAHeader(String evil) {
        assertThatIllegalArgumentException().isThrownBy(() -> write(head("City", evil), "Hello"));
        assertThatIllegalArgumentException().isThrownBy(() -> write(head(evil, "Hello"), "Hello"));
        assertThatIllegalArgumentException().isThrownBy(() -> write(
                new Head("City", "a@example.org", evil, "ada@example.net", "Hello", "1@news.example.org"), "Hello"));
        assertThatIllegalArgumentException().isThrownBy(() -> write(
                new Head("City", "a@example.org", "help@example.org", evil, "Hello", "1@news.example.org"), "Hello"));
        assertThatIllegalArgumentException().isThrownBy(() -> write(
                new Head("City", "a@example.org", "help@example.org", "ada@example.net", "Hello", evil), "Hello"));
    }

    /** M-39, M-41. */
    @Test
    void everythingIsAsciiAndNoLineIsLong() {
        String mail = write(head("Stadt Exförd – Bürgeramt", "Größe – 大 ".repeat(30).strip()), "ä".repeat(3000));
        assertThat(mail).matches("[\\x00-\\x7F]*");
        assertThat(mail.lines()).allSatisfy((line) -> assertThat(line.length()).isLessThanOrEqualTo(84));
        assertThat(mail).contains("Content-Transfer-Encoding: quoted-printable").doesNotContain("base64");
        assertThat(mail).contains("From: =?UTF-8?");
    }

    /** M-40. */
    @Test
    void theMessageIdIsOurs() {
        assertThat(write(head("City", "Hello"), "Hello").lines()).filteredOn((line) -> line.startsWith("Message-ID:"))
            .containsExactly("Message-ID: <1@news.example.org>");
    }

}
