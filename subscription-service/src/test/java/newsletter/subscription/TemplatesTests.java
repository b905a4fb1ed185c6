package newsletter.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static List<String> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter((file) -> file.toString().endsWith(".html")).map(TemplatesTests::read).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Test
    void c01NoTemplateTicksABoxExceptThoseThatThePersonTicked() {
        assertThat(templates())
            .allSatisfy((template) -> assertThat(template.replace("th:checked=\"${form.newsletters != null and", ""))
                .doesNotContain("checked"));
    }

    @Test
    void noTemplateHasScriptsOrStylesWithin() {
        assertThat(templates()).allSatisfy((template) -> assertThat(template).doesNotContain("<script", "<style",
                "style=\"", "onclick", "th:inline"));
    }

    @Test
    void onlyWhatHasBeenCleanedIsShownAsHtml() {
        assertThat(templates()).flatMap((template) -> matches("th:utext=\"([^\"]*)\"", template))
            .containsExactlyInAnyOrder("${letter}", "${notice}", "${notice}");
    }

    @Test
    void everyWordIsInTheBundleAndEachOfTheBundleIsUsed() throws IOException {
        Properties messages = bundle("messages");
        Properties staff = bundle("messages-staff");
        List<String> used = templates().stream()
            .flatMap((template) -> matches("#\\{([a-z][\\w.-]*)", template).stream())
            .filter((key) -> !key.startsWith("theme.") && !key.startsWith("service."))
            .toList();
        assertThat(messages.stringPropertyNames())
            .containsAll(used.stream().filter((key) -> !key.startsWith("staff.")).toList())
            .noneMatch((key) -> key.startsWith("staff."));
        assertThat(staff.stringPropertyNames())
            .containsAll(used.stream().filter((key) -> key.startsWith("staff.")).toList());
        assertThat(staff.stringPropertyNames()).filteredOn((key) -> !used.contains(key))
            .allMatch((key) -> key.matches(
                    "staff\\.wordings\\.(of|in)|staff\\.(nav|error|done|refused|step|state|decided|choice|rise|kind|finding|newsletters\\.(field|basis|material)"
                            + "|imports\\.(column|state|moving|report|outcome|done|error)|assisted\\.(method|error))\\..*"));
        assertThat(staff.values()).noneMatch((text) -> text.toString().contains("'"));
        assertThat(messages.stringPropertyNames()).filteredOn((key) -> !used.contains(key))
            // Put together from what was decided, or in the place of the theme's words.
            .allMatch((key) -> key.matches(
                    "(quoted|format|receipt\\.way|dead-link|wording|sign-up\\.error|verify\\.error|not-genuine|error"
                            + "|pause\\.error|preferences\\.how|language\\.error"
                            + "|your-data\\.(part|label|reason|right|rights|cases|done)"
                            + "|rights\\.(error|objection|restriction))(\\..*)?"));
        assertThat(messages.values()).noneMatch((text) -> text.toString().contains("'"));
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/" + name + ".properties"))) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static List<String> matches(String pattern, String template) {
        return Pattern.compile(pattern).matcher(template).results().map((MatchResult match) -> match.group(1)).toList();
    }

}
