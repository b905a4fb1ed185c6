package newsletter.subscription.yourdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.subscription.yourdata.Chapter.Fact;
import newsletter.subscription.yourdata.Chapter.Item;

import static org.assertj.core.api.Assertions.assertThat;

class ExportCsvTests {

    private static String csv(String... values) throws Exception {
        var out = new ByteArrayOutputStream();
        List<Fact> facts = List.of(values).stream().map((value) -> new Fact("text", value)).toList();
        ExportCsv.write(List.of(new Chapter("wordings", List.of(new Item(facts), new Item(facts)))), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFactIsALineAsRfc4180HasIt() throws Exception {
        assertThat(csv("Two, and\r\n“more”", "the \"word\"")).isEqualTo("""
                \uFEFFpart,number,field,value\r
                wordings,1,text,"Two, and\r
                “more”"\r
                wordings,1,text,"the ""word""\"\r
                wordings,2,text,"Two, and\r
                “more”"\r
                wordings,2,text,"the ""word""\"\r
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = { "=HYPERLINK(\"https://evil.example.org\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1",
            "|calc", "＝1+1" })
    void nothingBecomesAFormula(String name) throws Exception {
        assertThat(ExportCsv.cell(name)).isEqualTo("\"'" + name.replace("\"", "\"\"") + "\"");
        assertThat(csv(name)).doesNotContain(",\"" + name.charAt(0));
    }

    @Test
    void whatIsNoneStaysAsItIs() {
        assertThat(ExportCsv.cell("ada@example.org")).isEqualTo("\"ada@example.org\"");
        assertThat(ExportCsv.cell("")).isEqualTo("\"\"");
    }

}
