package newsletter.subscription.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;

/**
 * Reads a file of addresses: CSV as in RFC 4180, UTF-8, the first line names the columns,
 * in any order. {@code address} and {@code newsletter} have to be there; the others are
 * the evidence.
 */
final class ImportFile {

    /** More than any city’s list, and less than would fill the memory. */
    static final int LONGEST = 500_000;

    static final List<String> COLUMNS = List.of("address", "newsletter", "language", "statement", "agreed", "script",
            "evidence");

    private static final Set<String> NEEDED = Set.of("address", "newsletter");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreHeaderCase(true)
        .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
        .setIgnoreSurroundingSpaces(true)
        .setTrim(true)
        .get();

    private ImportFile() {
    }

    /** Why a file is refused whole, as in {@code staff.imports.error.<name>}. */
    enum Fault {

        EMPTY, NOT_TEXT, NOT_CSV, COLUMNS, TOO_LONG

    }

    /** A file of which no line can be used. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        private final Fault fault;

        Unusable(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        String key() {
            return this.fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

    }

    static List<FileLine> read(InputStream file) throws Unusable, IOException {
        Reader text = new InputStreamReader(BOMInputStream.builder().setInputStream(file).get(),
                StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            if (!parser.getHeaderNames()
                .stream()
                .map((name) -> name.toLowerCase(Locale.ROOT))
                .toList()
                .containsAll(NEEDED)) {
                throw new Unusable(Fault.COLUMNS);
            }
            var lines = new ArrayList<FileLine>();
            for (CSVRecord line : parser) {
                if (lines.size() == LONGEST) {
                    throw new Unusable(Fault.TOO_LONG);
                }
                lines.add(line(line, lines.size() + 2));
            }
            if (lines.isEmpty()) {
                throw new Unusable(Fault.EMPTY);
            }
            return lines;
        }
        catch (CharacterCodingException ex) {
            throw new Unusable(Fault.NOT_TEXT);
        }
        catch (UncheckedIOException | IllegalArgumentException | IllegalStateException ex) {
            // Without their messages, which quote the file.
            throw new Unusable((ex.getCause() instanceof CharacterCodingException) ? Fault.NOT_TEXT : Fault.NOT_CSV);
        }
    }

    private static FileLine line(CSVRecord line, int number) {
        return new FileLine(number, value(line, "address"), value(line, "newsletter"), value(line, "language"),
                value(line, "statement"), value(line, "agreed"), value(line, "script"), value(line, "evidence"));
    }

    private static String value(CSVRecord line, String column) {
        return line.isSet(column) ? line.get(column) : "";
    }

}
