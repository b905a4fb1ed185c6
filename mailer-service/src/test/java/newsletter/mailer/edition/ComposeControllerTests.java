package newsletter.mailer.edition;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.edition.Edition.Change;
import newsletter.mailer.edition.Edition.Content;
import newsletter.mailer.edition.Edition.State;
import newsletter.mailer.rendering.MailRenderer;
import newsletter.mailer.site.PublicSite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@DeskTest
class ComposeControllerTests {

    private static final RequestPostProcessor EDITOR = user("editor").roles("EDITOR");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Editions editions;

    @Autowired
    private Newsletters newsletters;

    @Autowired
    private MailRenderer renderer;

    @Autowired
    private PublicSite site;

    private Staged staged;

    @BeforeEach
    void stage() {
        this.staged = Staged.with("Dear residents", this.renderer, this.newsletters, this.site);
        this.staged.isKept(this.staged.draft(), this.editions);
    }

    @Test
    void anEditorSavesADraft() {
        MvcTestResult result = this.mvc.post()
            .uri("/editions")
            .param("newsletterId", "mayor")
            .param("subject", " A bridge ")
            .param("markdown", "Dear\r\nresidents")
            .with(EDITOR)
            .with(csrf())
            .exchange();
        var kept = ArgumentCaptor.forClass(Change.class);
        then(this.editions).should().add(kept.capture());
        Edition edition = kept.getValue().edition();
        assertThat(edition.content()).isEqualTo(new Content("mayor", "A bridge", "Dear\nresidents"));
        assertThat(edition.authors()).containsExactly("editor");
        assertThat(result).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/editions/" + edition.id());
    }

    @Test
    void whatIsMissingIsSaidAndWhatIsTypedIsKept() {
        MvcTestResult result = this.mvc.post()
            .uri("/editions")
            .param("newsletterId", "")
            .param("subject", " ")
            .param("markdown", "Dear <b>residents</b>")
            .with(EDITOR)
            .with(csrf())
            .exchange();
        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Document page = page(result);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").eachText()).containsExactlyInAnyOrder("Choose a newsletter",
                "Enter a subject");
        assertThat(page.select("textarea[name=markdown]").val()).isEqualTo("Dear <b>residents</b>");
        then(this.editions).should(never()).add(any());
    }

    @Test
    void anUnknownNewsletterIsNoChoice() {
        MvcTestResult result = save("/editions", "secret-list", "A bridge", "x", 0);
        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page(result).select(".govuk-error-summary a").text())
            .isEqualTo("There is no such newsletter any more");
        then(this.editions).should(never()).add(any());
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(save("/editions", "mayor", "x".repeat(151), "x", 0)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(save("/editions", "mayor", "A bridge", "x".repeat(200_001), 0))
            .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        then(this.editions).should(never()).add(any());
    }

    @Test
    void aChangeIsSaved() {
        assertThat(save("/editions/" + this.staged.id(), "mayor", "A bridge", "Dear all", 1))
            .hasStatus(HttpStatus.FOUND);
        var kept = ArgumentCaptor.forClass(Change.class);
        then(this.editions).should().apply(kept.capture());
        assertThat(kept.getValue().edition().content()).isEqualTo(new Content("mayor", "A bridge", "Dear all"));
        assertThat(kept.getValue().edition().version()).isEqualTo(2);
    }

    @Test
    void whoWasSlowerLosesNothingTheyTyped() {
        Edition theirs = this.staged.draft()
            .write(new Content("mayor", "Their bridge", "Their words"), 1, "second", Staged.NOW)
            .orElseThrow()
            .edition();
        this.staged.isKept(theirs, this.editions);
        MvcTestResult result = save("/editions/" + this.staged.id(), "mayor", "My bridge", "My words", 1);
        assertThat(result).hasStatus(HttpStatus.CONFLICT);
        Document page = page(result);
        assertThat(page.select("textarea[name=markdown]").val()).isEqualTo("My words");
        assertThat(page.select("input[name=subject]").val()).isEqualTo("My bridge");
        assertThat(page.select("#theirs").text()).contains("Their bridge", "Their words");
        assertThat(page.select("input[name=version]").val()).as("saving again says that both were seen").isEqualTo("2");
        then(this.editions).should(never()).apply(any());
    }

    @Test
    void whatIsTypedIsKeptEvenIfTheEditionHasGoneOut() {
        this.staged.isKept(this.staged.sending(), this.editions);
        MvcTestResult result = save("/editions/" + this.staged.id(), "mayor", "My bridge", "My words", 1);
        assertThat(result).hasStatus(HttpStatus.CONFLICT);
        assertThat(page(result).select("main").text()).contains("My bridge", "My words", "It is not saved");
        then(this.editions).should(never()).apply(any());
    }

    @Test
    void savingWhatIsApprovedIsAnnounced() {
        this.staged.isKept(this.staged.approved(), this.editions);
        MvcTestResult result = this.mvc.get().uri("/editions/{id}/edit", this.staged.id()).with(EDITOR).exchange();
        assertThat(page(result).select("main").text()).contains("becomes a draft again");
        save("/editions/" + this.staged.id(), "mayor", "My bridge", "My words", 3);
        var kept = ArgumentCaptor.forClass(Change.class);
        then(this.editions).should().apply(kept.capture());
        assertThat(kept.getValue().edition().state()).isEqualTo(State.DRAFT);
        assertThat(kept.getValue().edition().approval()).isNull();
    }

    @Test
    void thePreviewFollowsTheTypingAndKeepsNothing() {
        MvcTestResult result = preview("## Hi\n\n[x](https://exford.example.org)", true);
        assertThat(result).hasStatusOk().bodyText().doesNotContain("<html", "<form");
        assertThat(Jsoup.parse(text(result)).select(".city-mail__body h2").text()).isEqualTo("Hi");
        assertThat(text(result)).contains("x &lt;https://exford.example.org&gt;");
        then(this.editions).shouldHaveNoInteractions();
    }

    @Test
    void thePreviewWorksWithoutAScript() {
        MvcTestResult result = preview("## Hi", false);
        assertThat(result).hasStatusOk();
        Document page = page(result);
        assertThat(page.select("#preview h2").text()).isEqualTo("Hi");
        assertThat(page.select("textarea[name=markdown]").val()).isEqualTo("## Hi");
        assertThat(page.select("form#compose").attr("action")).isEqualTo("/editions");
        then(this.editions).shouldHaveNoInteractions();
    }

    @Test
    void thePreviewOfAChangeGoesOnChangingTheSameEdition() {
        MvcTestResult result = this.mvc.post()
            .uri("/editions/preview")
            .param("edition", this.staged.id().toString())
            .param("version", "1")
            .param("newsletterId", "mayor")
            .param("subject", "A bridge")
            .param("markdown", "x")
            .with(EDITOR)
            .with(csrf())
            .exchange();
        assertThat(page(result).select("form#compose").attr("action")).isEqualTo("/editions/" + this.staged.id());
        assertThat(page(result).select("input[name=version]").val()).isEqualTo("1");
    }

    @Test
    void findingsAreShownWhileSomebodyTypes() {
        assertThat(text(preview("![](https://evil.example/x.png)", true))).contains("Must be put right:",
                "no description for people who cannot see it");
    }

    static Stream<String> attacks() {
        return Stream.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
                "![x](https://evil.example/p.gif)", "<iframe src=//evil.example></iframe>",
                "<style>*{color:red}</style>", "[a](data:text/html,<script>alert(1)</script>)",
                "</textarea><script>alert(1)</script>", "<svg/onload=alert(1)>", "[[${T(java.lang.Runtime)}]]",
                "<a href=x style=color:red onclick=alert(1)>a</a>", "`</code><script>alert(1)</script>`",
                "<form action=//evil.example><input name=_csrf></form>", "${7*7} #{x} *{y} __${1}__");
    }

    @ParameterizedTest
    @MethodSource
    void attacks(String markdown) {
        Document page = page(preview(markdown, false));
        assertThat(page.select("script")).allSatisfy((script) -> assertThat(script.attr("src")).startsWith("/theme/"));
        assertThat(
                page.select("style, [style], iframe, svg, img:not(.city-header__logo), [onclick], [onerror], [onload]"))
            .isEmpty();
        assertThat(page.select("#preview *")).map(Element::tagName).doesNotContain("form", "input", "button");
        assertThat(page.select("#preview a").eachAttr("href")).noneMatch((href) -> href.contains("script"));
        assertThat(page.select("textarea[name=markdown]").val()).isEqualTo(markdown);
        assertThat(page.select("#preview").text()).doesNotContain("49");
    }

    @Test
    void nobodyElseWrites() {
        RequestPostProcessor approver = user("approver").roles("APPROVER");
        assertThat(this.mvc.get().uri("/editions/new").with(approver)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(this.mvc.get().uri("/editions/{id}/edit", this.staged.id()).with(approver))
            .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(this.mvc.post()
            .uri("/editions")
            .param("newsletterId", "mayor")
            .param("subject", "A")
            .with(approver)
            .with(csrf())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(this.mvc.post().uri("/editions/{id}", this.staged.id()).with(approver).with(csrf()))
            .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(this.mvc.post().uri("/editions/preview").with(approver).with(csrf()))
            .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(this.mvc.post().uri("/editions").param("newsletterId", "mayor").param("subject", "A").with(EDITOR))
            .as("without the token of the form")
            .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(this.mvc.get().uri("/editions/new").accept(MediaType.TEXT_HTML)).as("not signed in")
            .hasStatus(HttpStatus.FOUND);
        then(this.editions).should(never()).add(any());
        then(this.editions).should(never()).apply(any());
    }

    @Test
    void anUnknownEditionIsNotFound() {
        UUID unknown = UUID.randomUUID();
        given(this.editions.find(unknown)).willReturn(Optional.empty());
        assertThat(this.mvc.get().uri("/editions/{id}/edit", unknown).with(EDITOR)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(this.mvc.get().uri("/editions/nonsense/edit").with(EDITOR)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private MvcTestResult save(String uri, String newsletter, String subject, String markdown, int version) {
        return this.mvc.post()
            .uri(uri)
            .param("newsletterId", newsletter)
            .param("subject", subject)
            .param("markdown", markdown)
            .param("version", String.valueOf(version))
            .with(EDITOR)
            .with(csrf())
            .exchange();
    }

    private MvcTestResult preview(String markdown, boolean part) {
        var request = this.mvc.post()
            .uri("/editions/preview")
            .param("newsletterId", "mayor")
            .param("subject", "A bridge")
            .param("markdown", markdown)
            .with(EDITOR)
            .with(csrf());
        return (part ? request.header("HX-Request", "true") : request).exchange();
    }

    private static Document page(MvcTestResult result) {
        return Jsoup.parse(text(result));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

}
