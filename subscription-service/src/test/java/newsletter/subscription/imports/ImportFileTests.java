package newsletter.subscription.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.subscription.imports.ImportFile.Unusable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImportFileTests {

    private static List<FileLine> read(String text) throws Unusable, IOException {
        return ImportFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(byte[] file, String key) {
        assertThatExceptionOfType(Unusable.class).isThrownBy(() -> ImportFile.read(new ByteArrayInputStream(file)))
            .satisfies((ex) -> assertThat(ex.key()).isEqualTo(key));
    }

    @Test
    void columnsStandInAnyOrderAndAreCountedAsAPersonDoes() throws Exception {
        List<FileLine> lines = read("""
                Newsletter,evidence,ADDRESS,agreed,statement,script,language
                mayor,BOX-7, Ada@Exford.example.org ,2026-06-13,1.0.0,fair-2,en
                "clean-air",,"bob@exford.example.org",,,,
                """);
        assertThat(lines).containsExactly(
                new FileLine(2, "Ada@Exford.example.org", "mayor", "en", "1.0.0", "2026-06-13", "fair-2", "BOX-7"),
                new FileLine(3, "bob@exford.example.org", "clean-air", "", "", "", "", ""));
        assertThat(lines.getFirst().isEvident()).isTrue();
        assertThat(lines.getFirst().collected()).isEqualTo(Instant.parse("2026-06-13T00:00:00Z"));
        assertThat(lines.getLast().isEvident()).isFalse();
    }

    @Test
    void theMarkThatSomeProgramsPutInFrontIsNoPartOfAName() throws Exception {
        assertThat(read("\uFEFFaddress,newsletter\nada@exford.example.org,mayor\n")).hasSize(1);
    }

    @Test
    void theOtherColumnsMayBeMissing() throws Exception {
        assertThat(read("address,newsletter\r\nada@exford.example.org,mayor\r\n").getFirst().isEvident()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "2026-06-13,1.0.0,fair-2,BOX 7", "2026-06-13,1.0.0,fair-2,ada@exford.example.org",
            "2026-06-13,1.0.0,fair-2,''", "2026-06-13,1.0.0,'',BOX-7", "2026-06-13,'',fair-2,BOX-7",
            "yesterday,1.0.0,fair-2,BOX-7", "2026-02-30,1.0.0,fair-2,BOX-7", "'',1.0.0,fair-2,BOX-7" })
    void c16EvidenceThatIsNotCompleteIsNone(String agreed, String statement, String script, String evidence) {
        assertThat(new FileLine(2, "ada@exford.example.org", "mayor", "en", statement, agreed, script, evidence)
            .isEvident()).isFalse();
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        refused(new byte[] { 'a', 'd', 'd', 'r', 'e', 's', 's', ',', 'n', 'e', 'w', 's', 'l', 'e', 't', 't', 'e', 'r',
                '\n', (byte) 0xff, (byte) 0xfe, ',', 'x', '\n' }, "not-text");
    }

    @ParameterizedTest
    @ValueSource(strings = { "address;newsletter\nada@exford.example.org;mayor\n", "mail,list\nx,y\n" })
    void aFileWithOtherColumnsIsRefused(String file) {
        refused(file.getBytes(StandardCharsets.UTF_8), "columns");
    }

    @ParameterizedTest
    @ValueSource(strings = { "address,newsletter\n\"ada@exford.example.org,mayor\n",
            "address,address,newsletter\na,b,c\n", "\n" })
    void aFileThatCannotBeReadIsRefused(String file) {
        refused(file.getBytes(StandardCharsets.UTF_8), "not-csv");
    }

    @Test
    void aFileWithoutALineIsRefused() {
        refused("address,newsletter\n".getBytes(StandardCharsets.UTF_8), "empty");
    }

    @Test
    void aLineSaysNothingOfItsAddress() throws Exception {
        assertThat(read("address,newsletter\nada@exford.example.org,mayor\n").getFirst().toString())
            .doesNotContain("exford");
    }

}
