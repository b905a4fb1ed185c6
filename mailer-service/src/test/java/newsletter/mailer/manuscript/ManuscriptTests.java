package newsletter.mailer.manuscript;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ManuscriptTests {

    private static final String EDITION = """
            ## A new bridge

            Dear residents, the *old* bridge closes on **1 March**.
            The ferry runs, as [the timetable](https://exford.example.org/ferry?day=1&way=out) shows.

            - Cars: use the ring road
            - Bicycles:
              use the ferry

            1. First
            2. Second

            ### Who pays

            > The county pays.

            Questions? Write to <bridge@exford.example.org> or see <https://exford.example.org/bridge>.
            """;

    @Test
    void textSaysWhatTheHtmlSays() {
        Manuscript manuscript = Manuscript.read(EDITION);
        assertThat(manuscript.text()).isEqualTo("""
                A new bridge
                ------------

                Dear residents, the old bridge closes on 1 March. The ferry runs, as the timetable \
                <https://exford.example.org/ferry?day=1&way=out> shows.

                - Cars: use the ring road
                - Bicycles: use the ferry

                1. First
                2. Second

                Who pays

                > The county pays.

                Questions? Write to bridge@exford.example.org or see https://exford.example.org/bridge.""");
        assertThat(words(Jsoup.parse(manuscript.html()).text())).isEqualTo(
                words(manuscript.text().replaceAll("<https[^>]*>", "").replaceAll("(?m)^([-=]+|- |[0-9]\\. |> )", "")));
        assertThat(manuscript.findings()).isEmpty();
    }

    @Test
    void headingsBeginBelowTheSubject() {
        assertThat(Jsoup.parse(Manuscript.read("# A\n\n## B\n\n# C").html()).select("h2, h3")).map(Element::tagName)
            .containsExactly("h2", "h3", "h2");
        assertThat(Jsoup.parse(Manuscript.read("### A\n\n#### B").html()).select("h2, h3")).map(Element::tagName)
            .containsExactly("h2", "h3");
    }

    @Test
    void bothPartsHoldTheSameLinks() {
        String markdown = """
                [a](https://exford.example.org/a_(b)?x=1&y=2#z) [b](<https://exford.example.org/straße und mehr>)
                [c](https://exford.example.org/100%) [d](HTTPS://exford.example.org/%C3%9f 'title') [e](tel:+441632960000)
                [f](mailto:help@exford.example.org?subject=Bridge) [g](https://exford.example.org/'";{}|^`@)
                """;
        Manuscript manuscript = Manuscript.read(markdown);
        List<String> inHtml = Jsoup.parse(manuscript.html()).select("a").eachAttr("href");
        List<String> inText = Pattern.compile("<([^>]+)>")
            .matcher(manuscript.text())
            .results()
            .map((m) -> m.group(1))
            .toList();
        assertThat(inHtml).hasSize(7).isEqualTo(inText);
    }

    @ParameterizedTest
    @ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))", "[a](java\tscript:alert(1))", "[a](&#106;avascript:alert(1))",
            "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:x)", "<a href=\"javascript:alert(1)\">x</a>",
            "<svg onload=alert(1)>", "<iframe src=//evil.example></iframe>",
            "<style>*{background:url(//evil.example)}</style>", "![x](javascript:alert(1))",
            "![x](https://evil.example/pixel.gif)", "![x\"onerror=\"alert(1)](x)",
            "[a](https://e.example/\"onmouseover=\"alert(1))", "[a](<https://e.example/\" onclick=\"alert(1)>)",
            "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>", "<form action=//evil.example><input>",
            "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>",
            "<link rel=stylesheet href=//e>", "<p style=\"background:url(//evil.example)\" onclick=x>a</p>",
            "```\n</code></pre><script>alert(1)</script>\n```", "`<script>alert(1)</script>`",
            "<!--><script>alert(1)</script>-->", "<noscript><p title=\"</noscript><script>alert(1)</script>\">",
            "[x]: javascript:alert(1)\n[x]", "<https://e.example/><script>alert(1)</script>", "<javascript:alert(1)>",
            "[a](//evil.example)", "[a](https://exford.example.org@evil.example/)", "# <script>alert(1)</script>",
            "[a](file:///etc/passwd)", "[a](\u0001javascript:alert(1))", "[a](https:javascript:alert(1))",
            "1. <object data=x>", "> <embed src=x>" })
    void nothingDangerousSurvives(String markdown) {
        var html = Jsoup.parseBodyFragment(Manuscript.read(markdown).html()).body();
        assertThat(html.select("*")).map(Element::tagName)
            .isSubsetOf("body", "p", "h2", "h3", "a", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong",
                    "br", "hr");
        html.select("*")
            .forEach((element) -> assertThat(element.attributes().asList())
                .allSatisfy((attribute) -> assertThat(attribute.getKey()).isIn("href", "start")));
        assertThat(html.select("a").eachAttr("href"))
            .allSatisfy((href) -> assertThat(href).matches("https://e\\.example/[^\"<> ]*"));
    }

    static Stream<List<String>> findings() {
        return Stream.of(List.of("", "0 ERROR There is nothing to read yet"),
                List.of("a\n\n![](x.png)", "3 ERROR This picture has no description"),
                List.of("![The bridge](https://exford.example.org/bridge.png)", "1 ERROR Pictures cannot be sent"),
                List.of("a [](https://exford.example.org)", "1 ERROR This link has no text"),
                List.of("a\n[Click here](https://exford.example.org)", "2 WARNING “Click here” does not say"),
                List.of("[the bridge](/bridge)", "1 ERROR This link leads nowhere"),
                List.of("[the bridge](www.exford.example.org)", "1 ERROR This link leads nowhere"),
                List.of("[the bridge](javascript:x)", "1 ERROR This link leads nowhere"),
                List.of("[the bridge](http://exford.example.org)", "1 WARNING This link is not encrypted"),
                List.of("[the bridge](https://bit.ly/abc)", "1 ERROR A shortened link"),
                List.of("[the bridge](https://exford.example.org/?utm_source=mail)",
                        "1 ERROR This address carries a tracking code"),
                List.of("# A\n\n### B", "3 ERROR This heading skips a level"),
                List.of("## A\n\n# B", "1 ERROR This heading skips a level"),
                List.of("a\n\n#\n", "3 ERROR This heading is empty"),
                List.of("a <b>b</b>", "1 WARNING HTML is shown as text"),
                List.of("<div>\na\n</div>", "1 WARNING HTML is shown as text"),
                List.of("pay \u202e100\u202c pounds", "1 ERROR There is an invisible character"));
    }

    @ParameterizedTest
    @MethodSource
    void findings(List<String> example) {
        assertThat(Manuscript.read(example.getFirst()).findings())
            .map((finding) -> finding.line() + " " + finding.severity() + " " + finding.message())
            .singleElement()
            .asString()
            .startsWith(example.getLast());
    }

    @Test
    void deepNestingExhaustsNothing() {
        assertThat(Manuscript.read(">".repeat(100_000) + " a").text()).isNotBlank();
        assertThat(Manuscript.read("- ".repeat(50_000) + "a").html()).isNotBlank();
        assertThat(Manuscript.read("*a **b ".repeat(20_000)).html()).isNotBlank();
        assertThat(Manuscript.read("[".repeat(50_000) + "a" + "](https://e.example)".repeat(5_000)).html())
            .isNotBlank();
    }

    @Test
    void listsAndCodeKeepTheirShape() {
        assertThat(Manuscript.read("""
                3. three

                   more of it
                4. four
                   - inner
                   - > quoted

                ```
                a < b

                c
                ```

                a\\
                b

                ---
                """).text()).isEqualTo("""
                3. three

                   more of it

                4. four

                   - inner
                   - > quoted

                    a < b

                    c

                a
                b

                * * *""");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("[\\s]+"));
    }

}
