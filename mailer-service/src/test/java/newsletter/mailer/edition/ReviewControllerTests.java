package newsletter.mailer.edition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import newsletter.mailer.audience.Audience;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.delivery.Deliveries;
import newsletter.mailer.delivery.Progress;
import newsletter.mailer.edition.Edition.Change;
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
class ReviewControllerTests {

    private static final RequestPostProcessor EDITOR = user("editor").roles("EDITOR");

    private static final RequestPostProcessor APPROVER = user("approver").roles("APPROVER");

    /** Wrote it, and may approve what others wrote. */
    private static final RequestPostProcessor BOTH = user("editor").roles("EDITOR", "APPROVER");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Editions editions;

    @Autowired
    private Newsletters newsletters;

    @Autowired
    private Audience audience;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private MailRenderer renderer;

    @Autowired
    private PublicSite site;

    private Staged staged;

    @BeforeEach
    void stage() {
        this.staged = Staged.with("Dear residents, [click here](https://exford.example.org)", this.renderer,
                this.newsletters, this.site);
        given(this.deliveries.testAddress(any())).willReturn(Optional.empty());
    }

    @Test
    void theListShowsEveryEditionByItsState() {
        given(this.editions.latest()).willReturn(List.of(
                new Editions.Summary(this.staged.id(), "Email from the Mayor", "A new bridge", State.IN_REVIEW,
                        "editor", Staged.NOW),
                new Editions.Summary(this.staged.id(), "Winter service", "Snow", State.DRAFT, "second", Staged.NOW)));
        Document page = page(this.mvc.get().uri("/editions").with(EDITOR).exchange());
        assertThat(page.select("h2").eachText()).containsExactly("In review", "Drafts");
        assertThat(page.select("tbody tr").eachText()).containsExactly(
                "A new bridge Email from the Mayor 22 November 2026, 09:00 editor",
                "Snow Winter service 22 November 2026, 09:00 second");
        assertThat(page.select("a:contains(Write an edition)")).hasSize(1);
        assertThat(
                page(this.mvc.get().uri("/editions").with(APPROVER).exchange()).select("a:contains(Write an edition)"))
            .isEmpty();
    }

    @Test
    void submittingPutsTheBytesUpForApproval() {
        this.staged.isKept(this.staged.draft(), this.editions);
        assertThat(post("submission", EDITOR, "version", "1")).hasStatus(HttpStatus.FOUND);
        var submitted = ArgumentCaptor.forClass(Submitted.class);
        then(this.editions).should().add(any(), submitted.capture());
        assertThat(submitted.getValue().mail().bytes()).isEqualTo(this.staged.rendering().mail().bytes());
        Edition edition = kept();
        assertThat(edition.state()).isEqualTo(State.IN_REVIEW);
        assertThat(edition.submitted().sha256()).isEqualTo(this.staged.sha256());
        assertThat(edition.submitted().purposeVersion()).isEqualTo(3);
    }

    @Test
    void whatHasErrorsIsNotSubmitted() {
        Staged broken = Staged.with("![x](https://evil.example/p.gif)", this.renderer, this.newsletters, this.site);
        this.staged = broken;
        broken.isKept(broken.draft(), this.editions);
        assertThat(show(EDITOR).select("form[action$=/submission]")).isEmpty();
        assertThat(show(EDITOR).select("main").text()).contains("Must be put right:");
        refused(post("submission", EDITOR, "version", "1"), "errors that must be put right");
    }

    @Test
    void whoeverSubmitsHasSeenTheLastVersion() {
        this.staged.isKept(this.staged.draft(), this.editions);
        refused(post("submission", EDITOR, "version", "0"), "Somebody else changed this edition");
    }

    @Test
    void theReviewerSeesExactlyWhatIsUpForApproval() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        given(this.audience.liveConsents("mayor")).willReturn(12_431L);
        Document page = show(APPROVER);
        assertThat(page.select("form[action$=/approval] input[name=sha256]").val()).isEqualTo(this.staged.sha256());
        assertThat(page.select(".city-hash").eachText()).contains(this.staged.sha256());
        assertThat(page.select("main").text()).contains("12,431 residents", "Worth a look:", "Written by editor");
        assertThat(page.select("pre").text()).contains("Subject: A new bridge", "List-Unsubscribe-Post",
                "Dear residents", "Stop these emails:");
        assertThat(page.select("iframe").attr("sandbox")).doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void aSmallAudienceIsNotCounted() { // C-33
        this.staged.isKept(this.staged.inReview(), this.editions);
        given(this.audience.liveConsents("mayor")).willReturn(3L);
        assertThat(show(APPROVER).select("dd").eachText()).contains("fewer than 10 residents").doesNotContain("3");
    }

    @Test
    void anotherPersonApproves() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        assertThat(post("approval", APPROVER, "sha256", this.staged.sha256())).hasStatus(HttpStatus.FOUND);
        assertThat(kept().approval())
            .isEqualTo(new Edition.Approval("approver", Objects.requireNonNull(kept().approval()).at()));
    }

    @Test
    void anAuthorCannotApproveEvenByACraftedPost() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        assertThat(show(BOTH).select("form[action$=/approval]")).isEmpty();
        refused(post("approval", BOTH, "sha256", this.staged.sha256()), "You wrote a part of this edition");
    }

    @Test
    void whatChangedMeanwhileIsNotApproved() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        refused(post("approval", APPROVER, "sha256", "0".repeat(64)), "no longer the one you looked at");
    }

    @Test
    void itIsSentBackWithAComment() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        assertThat(post("return", APPROVER, "comment", "The date is wrong")).hasStatus(HttpStatus.FOUND);
        assertThat(kept().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void sendingBackWantsAReason() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        MvcTestResult result = post("return", APPROVER, "comment", " ");
        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page(result).select(".govuk-error-summary a").text()).isEqualTo("Say what has to be changed");
        then(this.editions).should(never()).apply(any());
    }

    @Test
    void anEditorTakesItBack() {
        this.staged.isKept(this.staged.approved(), this.editions);
        assertThat(post("withdrawal", EDITOR, "x", "x")).hasStatus(HttpStatus.FOUND);
        assertThat(kept().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void rolesAreKeptApart() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        for (String step : List.of("approval", "return", "sending")) {
            assertThat(press(step, EDITOR)).as(step).hasStatus(HttpStatus.FORBIDDEN);
        }
        for (String step : List.of("submission", "withdrawal")) {
            assertThat(press(step, APPROVER)).as(step).hasStatus(HttpStatus.FORBIDDEN);
        }
        RequestPostProcessor admin = user("admin").roles("ADMIN");
        for (String step : List.of("approval", "return", "sending", "submission", "withdrawal", "test")) {
            assertThat(press(step, admin)).as(step).hasStatus(HttpStatus.FORBIDDEN);
        }
        RequestPostProcessor officer = user("dpo").roles("DPO");
        assertThat(this.mvc.get().uri("/editions").with(officer)).hasStatus(HttpStatus.FORBIDDEN);
        then(this.editions).should(never()).apply(any());
    }

    @Test
    void everyFormCarriesAToken() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        for (String step : List.of("approval", "return", "sending", "submission", "withdrawal", "test")) {
            assertThat(this.mvc.post()
                .uri("/editions/{id}/{step}", this.staged.id(), step)
                .param("sha256", this.staged.sha256())
                .with(user("third").roles("EDITOR", "APPROVER"))).as(step).hasStatus(HttpStatus.FORBIDDEN);
        }
        then(this.editions).should(never()).apply(any());
    }

    @Test
    void lookingChangesNothing() { // I-6
        given(this.deliveries.progress(any())).willReturn(new Progress(0, 0, 0, 0, 0, 0, null, null));
        for (Edition edition : List.of(this.staged.draft(), this.staged.inReview(), this.staged.approved(),
                this.staged.sending(), this.staged.sent())) {
            this.staged.isKept(edition, this.editions);
            for (String page : List.of("", "/edit", "/preview", "/send", "/progress", "/approval", "/sending",
                    "/submission", "/return", "/withdrawal", "/test")) {
                this.mvc.get()
                    .uri("/editions/" + this.staged.id() + page)
                    .param("sha256", this.staged.sha256())
                    .param("version", String.valueOf(edition.version()))
                    .with(user("third").roles("EDITOR", "APPROVER"))
                    .exchange();
            }
        }
        then(this.editions).should(never()).apply(any());
        then(this.editions).should(never()).add(any());
        then(this.editions).should(never()).add(any(), any());
        then(this.deliveries).should(never()).sendTest(any(), any());
    }

    @Test
    void theMailIsShownInACage() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        MvcTestResult result = this.mvc.get().uri("/editions/{id}/preview", this.staged.id()).with(APPROVER).exchange();
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeaders("Content-Security-Policy")).singleElement()
            .asString()
            .contains("default-src 'none'", "frame-ancestors 'self'", "sandbox", "form-action 'none'")
            .doesNotContain("script", "allow-same-origin", "img-src", "http");
        Document mail = page(result);
        assertThat(mail.select("h1").text()).isEqualTo("A new bridge");
        assertThat(mail.select("script, img, iframe, form, link")).isEmpty();
        assertThat(mail.select("a:contains(Stop these emails)").attr("href")).startsWith("https://example.org/");
    }

    @Test
    void everyOtherPageAllowsNoStyleInside() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        for (String page : List.of("", "/" + this.staged.id(), "/new", "/" + this.staged.id() + "/edit")) {
            MvcTestResult result = this.mvc.get().uri("/editions" + page).with(EDITOR).exchange();
            assertThat(result).hasStatusOk();
            assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
            assertThat(page(result).select("style, [style], script:not([src]), [onclick], [onsubmit], [onload]"))
                .isEmpty();
        }
    }

    @Test
    void whatWasSubmittedIsShownEvenIfItWouldBeRenderedOtherwiseToday() {
        Staged today = Staged.with("Other words", this.renderer, this.newsletters, this.site);
        this.staged.isKept(this.staged.inReview(), this.editions);
        given(this.editions.submitted(this.staged.id(), this.staged.sha256()))
            .willReturn(new Submitted(today.rendering().mail(), "", ""));
        assertThat(
                page(this.mvc.get().uri("/editions/{id}/preview", this.staged.id()).with(APPROVER).exchange()).text())
            .contains("Other words");
    }

    @ParameterizedTest
    @ValueSource(strings = { "editor", "approver" })
    void whoHasNoTestAddressIsToldWhomToAsk(String name) {
        this.staged.isKept(this.staged.draft(), this.editions);
        assertThat(show(user(name).roles("EDITOR")).select("main").text())
            .contains("mailer.delivery.staff-addresses." + name);
        given(this.deliveries.testAddress(name)).willReturn(Optional.of(name + "@exford.example.org"));
        assertThat(show(user(name).roles("EDITOR")).select("form[action$=/test]")).hasSize(1);
    }

    private Document show(RequestPostProcessor user) {
        return page(this.mvc.get().uri("/editions/{id}", this.staged.id()).with(user).exchange());
    }

    /** With everything that any of the forms would send. */
    private MvcTestResult press(String step, RequestPostProcessor user) {
        return this.mvc.post()
            .uri("/editions/{id}/{step}", this.staged.id(), step)
            .param("sha256", this.staged.sha256())
            .param("version", "2")
            .param("comment", "No")
            .with(user)
            .with(csrf())
            .exchange();
    }

    private MvcTestResult post(String step, RequestPostProcessor user, String name, String value) {
        return this.mvc.post()
            .uri("/editions/{id}/{step}", this.staged.id(), step)
            .param(name, value)
            .with(user)
            .with(csrf())
            .exchange();
    }

    private void refused(MvcTestResult result, String words) {
        assertThat(result).hasStatus(HttpStatus.CONFLICT);
        assertThat(page(result).select("main").text()).contains(words, "Nothing has been changed");
        assertThat(page(result).select("main a").attr("href")).isEqualTo("/editions/" + this.staged.id());
        then(this.editions).should(never()).apply(any());
    }

    private Edition kept() {
        var change = ArgumentCaptor.forClass(Change.class);
        then(this.editions).should().apply(change.capture());
        return change.getValue().edition();
    }

    private static Document page(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

}
