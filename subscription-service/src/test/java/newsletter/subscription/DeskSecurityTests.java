package newsletter.subscription;

import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@StaffTest
class DeskSecurityTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Visitor visitor;

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/staff", "/staff/", "/staff/newsletters", "/staff/anything", "/staff/newsletters/mayor" })
    void nobodySeesAPageOfTheStaffAreaWithoutSigningIn(String path) {
        assertThat(location(this.visitor.get(path))).endsWith("/staff/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = { "editor", "approver", "dpo", "admin" })
    void everyRoleIsLedToTheFirstPlaceThatIsTheirs(String name) {
        var colleague = new Colleague(this.context);
        assertThat(location(colleague.get("/staff"))).endsWith("/staff/sign-in");
        assertThat(location(colleague.signsIn(name, "exford-editor"))).contains("/staff?continue");
        assertThat(location(colleague.get("/staff"))).endsWith("/staff/newsletters");
        Document page = colleague.page("/staff/newsletters");
        assertThat(page.title()).startsWith("Newsletters – ");
        assertThat(page.select("header strong").text()).isEqualTo(name);
        assertThat(page.select("nav a[aria-current=page]").eachAttr("href")).containsExactly("/staff/newsletters");
        assertThat(page.select("nav a").eachAttr("href")).contains("http://desk.exford.example.org");
    }

    @Test
    void whoIsWrongIsToldSo() {
        HttpResponse<String> refused = new Colleague(this.context).signsIn("editor", "guess");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page(refused).select(".govuk-error-summary").text()).contains("The name or the password is wrong");
    }

    @Test
    void whatNoPlaceSpeaksOfIsClosedToEverybody() {
        assertThat(Colleague.signedIn(this.context, "admin").get("/staff/nowhere").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        assertThat(editor.postWithoutToken("/staff/sign-out").statusCode()).isEqualTo(403);
        assertThat(editor.get("/staff/newsletters").statusCode()).isEqualTo(200);
        editor.get("/staff/newsletters");
        assertThat(location(editor.post("/staff/sign-out"))).endsWith("/staff/sign-in?signed-out");
        assertThat(location(editor.get("/staff/newsletters"))).endsWith("/staff/sign-in");
    }

    @Test
    void theCookieGoesToTheStaffAreaAloneAndIsNotForScripts() {
        assertThat(this.visitor.get("/staff/sign-in").headers().firstValue("Set-Cookie").orElseThrow())
            .contains("Path=/staff", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void c35PublicPagesStillSetNoCookie() {
        for (String path : List.of("/", "/privacy", "/news", "/preferences", "/verify", "/nowhere", "/sign-in")) {
            assertThat(this.visitor.get(path).headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
        assertThat(this.visitor.signsUp("beside@staff.example.org", "mayor").headers().allValues("Set-Cookie"))
            .isEmpty();
    }

    @Test
    void i11StaffPagesLoadNothingFromElsewhere() {
        for (HttpResponse<String> response : List.of(this.visitor.get("/staff/sign-in"),
                Colleague.signedIn(this.context, "editor").get("/staff/newsletters"))) {
            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';");
            assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(page(response).select("script:not([src]), style, [style], [onclick], iframe")).isEmpty();
        }
    }

}
