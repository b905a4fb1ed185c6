package newsletter.devstack.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailFilesTests {

    @TempDir
    private Path folder;

    @Test
    void mailsComeBackAsTheyWere() {
        var files = new MailFiles(folder);
        byte[] raw = "Subject: gr\u00fcn\r\n\r\nhello\r\n".getBytes(StandardCharsets.UTF_8);
        files.keep(new ReceivedMail("bounces@example.org", List.of("a@example.org", "b@example.org"),
                Instant.ofEpochMilli(2), raw));
        files.keep(new ReceivedMail("", List.of("c@example.org"), Instant.ofEpochMilli(3), raw));
        List<ReceivedMail> mails = new MailFiles(folder).all();
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().raw()).isEqualTo(raw);
        assertThat(mails.getFirst().envelopeFrom()).isEqualTo("bounces@example.org");
        assertThat(mails.getFirst().recipients()).containsExactly("a@example.org", "b@example.org");
        assertThat(mails.getFirst().receivedAt()).isEqualTo(Instant.ofEpochMilli(2));
        assertThat(mails.getLast().recipients()).containsExactly("c@example.org");
    }

    @Test
    void onlyTheLastThousandAreKept() {
        var files = new MailFiles(folder);
        for (int i = 1; i <= 1003; i++) {
            files
                .keep(new ReceivedMail("", List.of("a@example.org"), Instant.ofEpochMilli(1_000_000 + i), new byte[0]));
        }
        assertThat(files.all()).hasSize(1000);
        assertThat(files.all().getFirst().receivedAt()).isEqualTo(Instant.ofEpochMilli(1_000_004));
        assertThat(folder).isDirectoryNotContaining("glob:**/1000001-*");
    }

}
