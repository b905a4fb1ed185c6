package newsletter.signin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A staff area as a laptop has it: development mode, demo users. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "newsletter.development=true",
        "sign-in.users[0].name=editor",
        "sign-in.users[0].password-hash={bcrypt}$2a$10$BPyi4U9b/L6iN0yunGVqXOck/AghuWG9r/4eBQOtNjrL5F.BcDhJi",
        "sign-in.users[0].roles=EDITOR", "sign-in.users[1].name=approver",
        "sign-in.users[1].password-hash={bcrypt}$2a$10$aGTP/Wfux1BKKrCZAftshe56Mb8XAcRYe4cR36wzNmk2nN/j1VpNe",
        "sign-in.users[1].roles=APPROVER", "sign-in.users[2].name=officer",
        "sign-in.users[2].password-hash={argon2@SpringSecurity_v5_8}$argon2id$v=19$m=16384,t=2,p=1$QpYtSlJfjPJE5serhquVfQ$MRi0B40ujH93NS9NZtIdLLZbtlqN8S0FzJhTU0NKMQc",
        "sign-in.users[2].roles=DPO" })
class StaffAreaTests {

    private final Visitor visitor;

    StaffAreaTests(@LocalServerPort int port) {
        this.visitor = new Visitor(port);
    }

    @Test
    void aStrangerIsSentToTheSignInPageAndThenWhereTheyWanted() {
        assertThat(this.visitor.opens("/")).satisfies(redirectTo("/sign-in"));
        assertThat(this.visitor.signsIn("editor", "exford-editor")).satisfies(redirectTo("/"));
        assertThat(this.visitor.opens("/").body()).isEqualTo("desk of editor");
    }

    @Test
    void anArgonHashLetsInToo() {
        assertThat(this.visitor.signsIn("officer", "another-long-one").statusCode()).isEqualTo(302);
    }

    @Test
    void whatIsOpenNeedsNobodyAndSetsNoCookie() {
        HttpResponse<String> open = this.visitor.opens("/open");
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aRoleOpensOnlyItsOwnPages() {
        this.visitor.signsIn("editor", "exford-editor");
        HttpResponse<String> refused = this.visitor.sends("/approval", Map.of("_csrf", this.visitor.token()));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Visitor.html(refused).select("h1").text()).isEqualTo("You cannot do this");
    }

    @Test
    void theRightRoleOpensThem() {
        this.visitor.signsIn("approver", "exford-approver");
        assertThat(this.visitor.sends("/approval", Map.of("_csrf", this.visitor.token())).body()).isEqualTo("approved");
    }

    @Test
    void aPageThatNoRuleSpeaksOfIsClosed() {
        this.visitor.signsIn("approver", "exford-approver");
        assertThat(this.visitor.opens("/forgotten").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        this.visitor.signsIn("approver", "exford-approver");
        assertThat(this.visitor.sends("/approval", Map.of()).statusCode()).isEqualTo(403);
        assertThat(this.visitor.sends("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(this.visitor.opens("/").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutIsAPostAndEndsTheSession() {
        this.visitor.signsIn("editor", "exford-editor");
        assertThat(this.visitor.opens("/sign-out").statusCode()).isNotEqualTo(302);
        assertThat(this.visitor.opens("/").statusCode()).isEqualTo(200);
        assertThat(this.visitor.sends("/sign-out", Map.of("_csrf", this.visitor.token())))
            .satisfies(redirectTo("/sign-in?signed-out"));
        assertThat(this.visitor.opens("/")).satisfies(redirectTo("/sign-in"));
    }

    @Test
    void anUnknownNameIsToldTheSameAsAWrongPassword() {
        HttpResponse<String> wrong = this.visitor.signsIn("editor", "guess-1");
        HttpResponse<String> unknown = this.visitor.signsIn("nobody", "guess-1");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Visitor.html(wrong).title()).startsWith("Error: Sign in");
        assertThat(Visitor.html(wrong).select(".govuk-error-summary a").text())
            .isEqualTo("The name or the password is wrong");
        assertThat(Visitor.html(wrong).select("#username").val()).isEqualTo("editor");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(withoutToken(unknown).replace("nobody", "editor")).isEqualTo(withoutToken(wrong));
    }

    @Test
    void whatWasTypedAsAPasswordIsNotSentBack() {
        assertThat(this.visitor.signsIn("editor", "mistyped-secret").body()).doesNotContain("mistyped-secret");
    }

    @Test
    void whoeverGuessesHasToWait() {
        for (int guess = 0; guess < FailureThrottle.FAILURES; guess++) {
            this.visitor.signsIn("guessed", "guess-" + guess);
        }
        assertThat(this.visitor.signsIn("guessed", "one more").body()).contains("Too many failed attempts");
        assertThat(this.visitor.signsIn("editor", "exford-editor").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionMadeBeforeSigningInIsNotKept() {
        this.visitor.token();
        String before = this.visitor.session();
        this.visitor.signsIn("editor", "exford-editor");
        assertThat(before).isNotEmpty();
        assertThat(this.visitor.session()).isNotEqualTo(before);
    }

    @Test
    void theSessionCookieStaysOnThisSiteAndAwayFromScripts() {
        assertThat(this.visitor.opens("/sign-in").headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly")
            .contains("SameSite=Strict")
            .doesNotContain("Secure");
    }

    @Test
    void aFetchedPartOfAPageIsToldRatherThanSentToTheForm() {
        assertThat(this.visitor.opens("/fragment", "HX-Request", "true").statusCode()).isEqualTo(401);
    }

    @Test
    void inDevelopmentModeThePageNamesTheDemoUsersAndOnlyThem() {
        assertThat(Visitor.html(this.visitor.opens("/sign-in")).select(".govuk-notification-banner").text())
            .contains("editor, approver")
            .doesNotContain("officer");
    }

    @Test
    void aPageThatFailsIsFriendlyAndKeepsItsSecrets() {
        this.visitor.signsIn("editor", "exford-editor");
        HttpResponse<String> failed = this.visitor.opens("/fails");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).contains("there is a problem with the service").doesNotContain("secret detail");
    }

    /** The last two never reach a filter: Spring Security's firewall rejects them. */
    @Test
    void everyAnswerForbidsOtherHosts() {
        List<String> paths = List.of("/open", "/sign-in", "/", "/fails", "/forgotten", "/theme/theme.css",
                "/theme/none.css", "/open;x=1", "/open//x");
        assertThat(paths).allSatisfy((path) -> assertHeaders(this.visitor.opens(path)));
        this.visitor.signsIn("editor", "exford-editor");
        assertThat(paths).allSatisfy((path) -> assertHeaders(this.visitor.opens(path)));
    }

    @Test
    void aRequestThatTheFirewallRejectsGetsAFriendlyPage() {
        HttpResponse<String> rejected = this.visitor.opens("/open;x=1");
        assertThat(rejected.statusCode()).isEqualTo(400);
        assertThat(Visitor.html(rejected).select("h1").text()).isEqualTo("We could not read that request");
    }

    private static void assertHeaders(HttpResponse<String> response) {
        Map<String, String> expected = Map.of("Content-Security-Policy",
                "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'",
                "Referrer-Policy", "no-referrer", "X-Content-Type-Options", "nosniff", "Permissions-Policy",
                "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                "Cross-Origin-Opener-Policy", "same-origin");
        expected.forEach((name, value) -> assertThat(response.headers().allValues(name)).as(name + " of " + response)
            .containsExactly(value));
        assertThat(response.headers().allValues("Strict-Transport-Security")).isEmpty();
    }

    private static Consumer<HttpResponse<String>> redirectTo(String path) {
        return (response) -> {
            assertThat(response.statusCode()).isEqualTo(302);
            String location = response.headers().firstValue("Location").orElseThrow();
            assertThat(location.replaceFirst("\\?continue$", "").replaceFirst("^https?://[^/]+", "")).isEqualTo(path);
        };
    }

    private static String withoutToken(HttpResponse<String> response) {
        var page = Visitor.html(response);
        page.select("input[name=_csrf]").remove();
        return page.html();
    }

}
