package newsletter.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordTextTests {

    private final RecordText text = new RecordText();

    @Test
    void utf8IsReadAsItIs() {
        for (String any : new String[] { "", "{}", "Zoë 🗳", "\uFEFF{}", "\u0000" }) {
            assertThat(text.deserialize("any", any.getBytes(StandardCharsets.UTF_8))).isEqualTo(any);
        }
    }

    @Test
    void nothingIsNothing() {
        assertThat(text.deserialize("any", null)).isNull();
    }

    @Test
    void anyBytesComeBackAsTheyWere() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            assertThat(RecordText.bytes(RecordText.text(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void aTextThatLooksLikeBytesComesBackToo() {
        byte[] bytes = "\uFFFFabc".getBytes(StandardCharsets.UTF_8);
        assertThat(RecordText.bytes(RecordText.text(bytes))).isEqualTo(bytes);
    }

    @Test
    void whatIsNotUtf8BeginsWithNoCharacterThatJsonOrAnIdBeginsWith() {
        assertThat(RecordText.text(new byte[] { '{', '}', (byte) 0xFF })).startsWith("\uFFFF");
    }

}
