package newsletter.mailer.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each mail can be written in each language, from its first word to its last. */
class MailWordsTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static Properties bundle(String name) {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(name + ".properties"))) {
            words.load(reader);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return words;
    }

    private static Set<String> without(Properties words, Properties others) {
        return words.stringPropertyNames()
            .stream()
            .filter((key) -> !others.containsKey(key))
            .map((key) -> key + "=" + words.getProperty(key))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static List<Path> templates(String folder, String suffix) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("templates").resolve(folder))) {
            return files.filter((file) -> file.toString().endsWith(suffix)).toList();
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

    @ParameterizedTest
    @ValueSource(strings = "pl")
    void aTranslationHasEachWordAndNoOther(String language) {
        Properties words = bundle("messages-mail");
        Properties translated = bundle("messages-mail_" + language);
        assertThat(without(words, translated)).as("to be translated in messages-mail_%s.properties", language)
            .isEmpty();
        assertThat(without(translated, words)).as("not needed in messages-mail_%s.properties any more", language)
            .isEmpty();
        assertThat(words.stringPropertyNames())
            .allSatisfy((key) -> assertThat(matches("\\{\\d+}", translated.getProperty(key))).as(key)
                .isEqualTo(matches("\\{\\d+}", words.getProperty(key))));
    }

    @Test
    void noTextTemplateHoldsText() {
        assertThat(templates("letter", ".txt")).isNotEmpty()
            .allSatisfy((file) -> assertThat(matches("\\p{L}+", read(file).replaceAll("(?s)\\[[#/(].*?]", " ")))
                .as(file.toString())
                .isEmpty());
    }

    @Test
    void noHtmlTemplateHoldsText() {
        assertThat(Stream.concat(templates("letter", ".html").stream(), templates("mail", ".html").stream()))
            .isNotEmpty()
            .allSatisfy((file) -> assertThat(Jsoup.parse(read(file), "", Parser.xmlParser())
                .selectStream("*")
                .filter((element) -> !isReplaced(element))
                .flatMap((element) -> element.textNodes().stream())
                .map(TextNode::text)
                .filter((text) -> text.codePoints().anyMatch(Character::isLetter))).as(file.toString()).isEmpty());
    }

    /** Its content is an example, for whoever opens the template in a browser. */
    private static boolean isReplaced(Element element) {
        return Stream.iterate(element, (parent) -> parent != null, Element::parent)
            .anyMatch((parent) -> parent.hasAttr("th:text") || parent.hasAttr("th:utext"));
    }

    @Test
    void eachWordIsUsed() {
        String used = Stream.of(templates("letter", ".txt"), templates("letter", ".html"), templates("mail", ".html"))
            .flatMap(List::stream)
            .map(MailWordsTests::read)
            .collect(Collectors.joining());
        assertThat(bundle("messages-mail").stringPropertyNames())
            .filteredOn((key) -> !key.endsWith(".subject") && !key.equals("letter.time"))
            .allSatisfy((key) -> assertThat(used).contains("#{" + key));
    }

}
