package newsletter.subscription;

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
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each page can be read in each language, from its first word to its last. */
class TranslationsTests {

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

    private static List<String> places(Object text) {
        return Pattern.compile("\\{\\d+}").matcher(text.toString()).results().map(MatchResult::group).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = "pl")
    void aTranslationHasEachWordAndNoOther(String language) {
        Properties words = bundle("messages");
        Properties translated = bundle("messages_" + language);
        assertThat(without(words, translated)).as("to be translated in messages_%s.properties", language).isEmpty();
        assertThat(without(translated, words)).as("not needed in messages_%s.properties any more", language).isEmpty();
        assertThat(words.stringPropertyNames()).allSatisfy((key) -> {
            assertThat(places(translated.getProperty(key))).as(key).isEqualTo(places(words.getProperty(key)));
            assertThat(translated.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
        });
    }

    @Test
    void noTemplateHoldsText() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            assertThat(files.filter((file) -> file.toString().endsWith(".html")).toList()).isNotEmpty()
                .allSatisfy((file) -> assertThat(text(Files.readString(file))).as(file.toString()).isEmpty());
        }
    }

    /** What of a template would be shown as it stands there. */
    private static List<String> text(String template) {
        Document page = Jsoup.parse(template, "", Parser.xmlParser());
        Stream<String> nodes = page.selectStream("*")
            .filter((element) -> !isReplaced(element))
            .flatMap((element) -> Stream.concat(element.textNodes().stream().map(TextNode::text), attributes(element)));
        // An address is the same in all languages.
        return nodes.filter((text) -> !text.startsWith("/") && text.codePoints().anyMatch(Character::isLetter))
            .toList();
    }

    /** Its content is an example, for whoever opens the template in a browser. */
    private static boolean isReplaced(Element element) {
        boolean title = element.nameIs("title") && !element.hasAttr("th:text");
        return title || Stream.iterate(element, (parent) -> parent != null, Element::parent)
            .anyMatch((parent) -> parent.hasAttr("th:text") || parent.hasAttr("th:utext"));
    }

    /** Text between bars is shown; what stands in braces is not there. */
    private static Stream<String> attributes(Element element) {
        return element.attributes()
            .asList()
            .stream()
            .filter((attribute) -> Set
                .of("aria-label", "alt", "title", "placeholder", "th:text", "th:aria-label", "th:title", "th:alt",
                        "th:content")
                .contains(attribute.getKey()))
            .map(TranslationsTests::shown);
    }

    private static String shown(Attribute attribute) {
        String value = attribute.getValue().replaceAll("[$#@~*]\\{([^{}]|\\{[^{}]*})*}", "");
        return attribute.getKey().startsWith("th:") ? Pattern.compile("\\|([^|]*)\\|")
            .matcher(value)
            .results()
            .map((found) -> found.group(1))
            .collect(Collectors.joining()) : value;
    }

}
