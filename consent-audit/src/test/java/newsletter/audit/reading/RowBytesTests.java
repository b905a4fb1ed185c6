package newsletter.audit.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RowBytesTests {

    @Test
    void eachRowIsCutOutAsItStands() {
        assertThat(rows(
                "{\"a\":{\"rows\":[{}]},\"rows\":[{\"x\":1}, { \"y\" : [ {}, \"}\" ],\n\"z\":1.0 } ,{}],\"b\":[1]}"))
            .containsExactly("{\"x\":1}", "{ \"y\" : [ {}, \"}\" ],\n\"z\":1.0 }", "{}");
    }

    @Test
    void lettersOfMoreThanOneByteMoveNothing() {
        assertThat(rows("{\"n\":\"Müller – 🦊 – 東京\",\"rows\":[{\"x\":\"é🦊\"},{\"ü\":\"\\u00fc\"}]}"))
            .containsExactly("{\"x\":\"é🦊\"}", "{\"ü\":\"\\u00fc\"}");
    }

    @Test
    void aLongReportIsCutRightBeyondAnyBuffer() {
        var json = new StringBuilder("{\"rows\":[");
        for (int at = 0; at < 2000; at++) {
            json.append((at > 0) ? "," : "").append("{\"at\":\"ö").append("x".repeat(at % 97)).append(at).append("\"}");
        }
        List<String> rows = rows(json.append("]}").toString());
        assertThat(rows).hasSize(2000);
        assertThat(rows.get(1999)).startsWith("{\"at\":\"ö").endsWith("1999\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "{}", "{\"rows\":1}", "{\"rows\":[1]}", "{\"rows\":[[]]}",
            "{\"rows\":[],\"rows\":[]}", "{\"rows\":null}" })
    void whatHasNotOneListOfRowsIsRefused(String json) {
        assertThatExceptionOfType(NotReadable.class).isThrownBy(() -> rows(json));
    }

    private static List<String> rows(String json) {
        return RowBytes.of(json.getBytes(StandardCharsets.UTF_8))
            .stream()
            .map((row) -> new String(row, StandardCharsets.UTF_8))
            .toList();
    }

}
