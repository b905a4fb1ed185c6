package newsletter.mailer.edition;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import newsletter.mailer.audience.Audience;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.delivery.Deliveries;
import newsletter.mailer.delivery.Mailing;
import newsletter.mailer.delivery.Progress;
import newsletter.mailer.delivery.TestNotSent;
import newsletter.mailer.edition.Refused.Reason;
import newsletter.mailer.rendering.MailRenderer;
import newsletter.mailer.site.PublicSite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@DeskTest
class SendControllerTests {

    private static final RequestPostProcessor APPROVER = user("approver").roles("APPROVER");

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
    private Release release;

    @Autowired
    private MailRenderer renderer;

    @Autowired
    private PublicSite site;

    private Staged staged;

    @BeforeEach
    void stage() {
        this.staged = Staged.with("Dear residents", this.renderer, this.newsletters, this.site);
        given(this.deliveries.testAddress(any())).willReturn(Optional.empty());
    }

    @Test
    void sendingIsAskedForOnceMore() {
        this.staged.isKept(this.staged.approved(), this.editions);
        given(this.audience.liveConsents("mayor")).willReturn(12_431L);
        Document page = page(this.mvc.get().uri("/editions/{id}/send", this.staged.id()).with(APPROVER).exchange());
        assertThat(page.select("form[action$=/sending] button").text()).isEqualTo("Send to 12,431 residents now");
        assertThat(page.select("form[action$=/sending] input[name=sha256]").val()).isEqualTo(this.staged.sha256());
        then(this.release).shouldHaveNoInteractions();
    }

    @Test
    void itIsSentAsWhatWasLookedAt() {
        assertThat(this.mvc.post()
            .uri("/editions/{id}/sending", this.staged.id())
            .param("sha256", this.staged.sha256())
            .with(APPROVER)
            .with(csrf())).hasStatus(HttpStatus.FOUND);
        then(this.release).should().start(this.staged.id(), this.staged.sha256(), "approver");
    }

    @Test
    void anAuthorIsNotEvenAsked() {
        this.staged.isKept(this.staged.approved(), this.editions);
        MvcTestResult result = this.mvc.get()
            .uri("/editions/{id}/send", this.staged.id())
            .with(user("editor").roles("EDITOR", "APPROVER"))
            .exchange();
        assertThat(result).hasStatus(HttpStatus.CONFLICT);
        assertThat(page(result).text()).contains("somebody else must release it");
    }

    @Test
    void whatIsNotApprovedIsNotSent() {
        this.staged.isKept(this.staged.inReview(), this.editions);
        assertThat(this.mvc.get().uri("/editions/{id}/send", this.staged.id()).with(APPROVER))
            .hasStatus(HttpStatus.CONFLICT);
        willThrow(new Refused(Reason.NOT_NOW)).given(this.release).start(any(), any(), any());
        assertThat(this.mvc.post()
            .uri("/editions/{id}/sending", this.staged.id())
            .param("sha256", this.staged.sha256())
            .with(APPROVER)
            .with(csrf())).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void theProgressMovesByItself() {
        this.staged.isKept(this.staged.sending(), this.editions);
        given(this.deliveries.progress(this.staged.id()))
            .willReturn(new Progress(12_431, 12_000, 5, 26, 0, 400, null, null));
        Document page = page(this.mvc.get().uri("/editions/{id}", this.staged.id()).with(APPROVER).exchange());
        assertThat(page.select("#progress-part").attr("hx-get"))
            .isEqualTo("/editions/" + this.staged.id() + "/progress");
        assertThat(page.select("progress").attr("value")).isEqualTo("12031");
        assertThat(page.select("progress").attr("max")).isEqualTo("12431");
        assertThat(page.select("#progress-part p").text()).contains(
                "Of 12,431 planned: 12,000 taken by the mail server, 5 refused, 26 not sent because the resident no "
                        + "longer agreed, 0 in doubt because the mail server gave no answer, 400 waiting.");
        assertThat(page.select("#progress-part a:contains(Refresh)").attr("href")).as("without a script")
            .isEqualTo("/editions/" + this.staged.id());
        MvcTestResult part = this.mvc.get().uri("/editions/{id}/progress", this.staged.id()).with(APPROVER).exchange();
        assertThat(part).doesNotContainHeader("HX-Refresh");
        assertThat(page(part).select("#progress-part")).hasSize(1);
    }

    @Test
    void theProgressEndsWithTheWholePage() {
        this.staged.isKept(this.staged.sent(), this.editions);
        given(this.deliveries.progress(this.staged.id())).willReturn(new Progress(1, 1, 0, 0, 0, 0, Staged.NOW, null));
        MvcTestResult part = this.mvc.get().uri("/editions/{id}/progress", this.staged.id()).with(APPROVER).exchange();
        assertThat(part).hasHeader("HX-Refresh", "true");
        assertThat(page(part).select("[hx-get]")).isEmpty();
    }

    @Test
    void waitingForTheMailServerIsSaid() {
        this.staged.isKept(this.staged.sending(), this.editions);
        given(this.deliveries.progress(this.staged.id()))
            .willReturn(new Progress(9, 0, 0, 0, 0, 9, null, "no connection"));
        assertThat(page(this.mvc.get().uri("/editions/{id}", this.staged.id()).with(APPROVER).exchange())
            .select("#progress-part")
            .text()).contains("Waiting for the mail server, and trying again by itself: no connection");
    }

    @Test
    void aTestGoesToWhoeverIsSignedIn() {
        this.staged.isKept(this.staged.draft(), this.editions);
        assertThat(test()).hasStatus(HttpStatus.FOUND);
        var mailing = ArgumentCaptor.forClass(Mailing.class);
        then(this.deliveries).should().sendTest(mailing.capture(), eq("approver"));
        assertThat(mailing.getValue().mail().sha256()).isEqualTo(this.staged.sha256());
    }

    @Test
    void aTestThatIsNotSentSaysWhy() {
        this.staged.isKept(this.staged.draft(), this.editions);
        TestNotSent notSent = mock();
        given(notSent.getMessage()).willReturn("The mail server is away");
        willThrow(notSent).given(this.deliveries).sendTest(any(), any());
        MvcTestResult result = test();
        assertThat(result).hasStatus(HttpStatus.FOUND);
        assertThat(result.getMvcResult().getFlashMap().get("failed"))
            .isEqualTo("The test was not sent. The mail server is away");
    }

    private MvcTestResult test() {
        return this.mvc.post().uri("/editions/{id}/test", this.staged.id()).with(APPROVER).with(csrf()).exchange();
    }

    private static Document page(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

}
