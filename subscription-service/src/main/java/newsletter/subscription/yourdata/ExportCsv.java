package newsletter.subscription.yourdata;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import newsletter.subscription.yourdata.Chapter.Fact;
import newsletter.subscription.yourdata.Chapter.Item;

/**
 * Facts as a table, a line each (RFC 4180). Begins with a byte order mark, without which
 * spreadsheets take UTF-8 for something else.
 */
final class ExportCsv {

    /** What a spreadsheet takes for a formula, and may follow, if it comes first. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n|＝＋－＠";

    private final Writer out;

    private ExportCsv(Writer out) {
        this.out = out;
    }

    /** Leaves the stream open. */
    static void write(List<Chapter> chapters, OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write('\uFEFF');
        var csv = new ExportCsv(out);
        csv.line("part", "number", "field", "value");
        for (Chapter chapter : chapters) {
            csv.write(chapter);
        }
        out.flush();
    }

    private void write(Chapter chapter) throws IOException {
        int number = 1;
        for (Item item : chapter.items()) {
            for (Fact fact : item.facts()) {
                line(chapter.name(), Integer.toString(number), fact.path(), cell(fact.value()));
            }
            number++;
        }
    }

    private void line(String... cells) throws IOException {
        this.out.write(String.join(",", cells));
        this.out.write("\r\n");
    }

    /** An apostrophe makes a text of it, in every spreadsheet that we know. */
    static String cell(String value) {
        String safe = (!value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0) ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

}
