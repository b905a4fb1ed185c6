package newsletter.endtoend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What PostgreSQL wrote in its log about the statements that it was sent: so the
 * comparison is with what the site does today, and not with what somebody once thought.
 */
final class Recording {

    private static final Pattern EXECUTED = Pattern.compile("(?s)(?:execute [^:]*|statement): (.*)");

    private static final Pattern PARAMETER = Pattern.compile("(?s)\\$(\\d+) = (?:NULL|'((?:[^']|'')*)')");

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    private final JsonMapper json = new JsonMapper();

    private final Map<String, List<Statement>> sessions = new LinkedHashMap<>();

    private Recording() {
    }

    /**
     * One statement, with a question mark for each of its parameters.
     *
     * @param parameters in the order of the question marks; null is NULL
     */
    record Statement(String sql, List<@Nullable String> parameters) {

        boolean is(String word) {
            return this.sql.strip().regionMatches(true, 0, word, 0, word.length());
        }

    }

    /** All that is in the folder of the log. */
    static Recording read(Path folder) {
        var recording = new Recording();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter((path) -> path.toString().endsWith(".json")).sorted().toList()) {
                Files.readAllLines(file).forEach(recording::line);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return recording;
    }

    private void line(String line) {
        JsonNode entry = this.json.readTree(line);
        Matcher executed = EXECUTED.matcher(entry.path("message").asString(""));
        if (executed.matches()) {
            this.sessions.computeIfAbsent(entry.path("session_id").asString(""), (_) -> new ArrayList<>())
                .add(statement(executed.group(1), entry.path("detail").asString("")));
        }
    }

    private static Statement statement(String sql, String detail) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        PARAMETER.matcher(detail).results().forEach((MatchResult found) -> {
            String value = found.group(2);
            values.put(found.group(1), (value != null) ? value.replace("''", "'") : null);
        });
        List<@Nullable String> parameters = new ArrayList<>();
        PLACE.matcher(sql).results().forEach((found) -> parameters.add(values.get(found.group(1))));
        return new Statement(PLACE.matcher(sql).replaceAll("?"), parameters);
    }

    /** The statements between BEGIN and COMMIT of the one in which this was done. */
    List<Statement> transaction(String with) {
        return this.sessions.values()
            .stream()
            .flatMap((session) -> transactions(session).stream())
            .filter((one) -> one.stream().anyMatch((statement) -> statement.sql().contains(with)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("PostgreSQL's log does not tell of: " + with));
    }

    private static List<List<Statement>> transactions(List<Statement> session) {
        List<List<Statement>> all = new ArrayList<>();
        List<Statement> current = new ArrayList<>();
        for (Statement statement : session) {
            if (statement.is("BEGIN")) {
                current = new ArrayList<>();
            }
            else if (statement.is("COMMIT")) {
                all.add(current);
                current = new ArrayList<>();
            }
            else {
                current.add(statement);
            }
        }
        return all;
    }

}
