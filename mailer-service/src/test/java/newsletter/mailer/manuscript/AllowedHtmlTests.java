package newsletter.mailer.manuscript;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** I-11: holds whatever the Markdown renderer may make one day. */
class AllowedHtmlTests {

    @ParameterizedTest
    @ValueSource(strings = { "<img src=\"https://elsewhere.example.org/pixel.gif\">", "<script>alert(1)</script>",
            "<style>p { color: red }</style>", "<iframe src=\"https://elsewhere.example.org\"></iframe>",
            "<form action=\"https://elsewhere.example.org\"><input name=\"a\"></form>",
            "<link rel=\"stylesheet\" href=\"https://elsewhere.example.org/a.css\">", "<svg onload=\"alert(1)\"></svg>",
            "<video src=\"https://elsewhere.example.org/a.mp4\"></video>" })
    void whatLoadsRunsStylesOrSubmitsIsTakenAway(String bad) {
        assertThat(AllowedHtml.only("<p>Good.</p>" + bad)).isEqualTo("<p>Good.</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<p style=\"color: red\">Good.</p>", "<p onclick=\"alert(1)\">Good.</p>",
            "<p class=\"a\">Good.</p>", "<p background=\"https://elsewhere.example.org/a.gif\">Good.</p>" })
    void attributesThatDoSuchThingsGoToo(String bad) {
        assertThat(AllowedHtml.only(bad)).isEqualTo("<p>Good.</p>");
    }

}
