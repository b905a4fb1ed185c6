package newsletter.subscription;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

import newsletter.devstack.postgres.DevPostgres;
import newsletter.signin.StaffArea;
import newsletter.subscription.desk.ForStaff;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SiteTest
class PublicPagesTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private Environment environment;

    @Autowired
    private HikariDataSource connections;

    @Autowired
    private ApplicationContext context;

    private List<HttpResponse<String>> everyPage() {
        String address = "every@pages.example.org";
        this.visitor.signsUp(address, "mayor");
        String confirm = this.visitor.confirmLink(address);
        HttpResponse<String> question = this.visitor.get(confirm);
        this.visitor.post(confirm);
        String unsubscribe = this.visitor.unsubscribeLink(address, "mayor");
        HttpResponse<String> leaving = this.visitor.get(unsubscribe);
        HttpResponse<String> confirmed = this.visitor.get(confirm);
        this.visitor.post(unsubscribe);
        String preferences = this.visitor.preferencesLink(address);
        HttpResponse<String> receipt = this.visitor.get(this.visitor.receiptLink(address));
        return List.of(this.visitor.get(preferences), this.visitor.post(preferences), this.visitor.get("/preferences"),
                this.visitor.post("/preferences"), this.visitor.get("/preferences/check-your-email"),
                this.visitor.get("/preferences/forged"), receipt, this.visitor.get("/verify"),
                this.visitor.post("/verify"), this.visitor.post("/verify", "receipt", "{}"),
                this.visitor.get("/newsletters/mayor"), this.visitor.get("/"), this.visitor.post("/"),
                this.visitor.get("/check-your-email"), question, confirmed, leaving, this.visitor.get(unsubscribe),
                this.visitor.get(confirm), this.visitor.get("/confirm/forged"), this.visitor.get("/privacy"),
                this.visitor.get("/news"), this.visitor.get("/news/nothing"));
    }

    @Test
    void c35NoPageSetsACookie() {
        assertThat(everyPage())
            .allSatisfy((response) -> assertThat(response.headers().allValues("Set-Cookie")).isEmpty());
    }

    @Test
    void i11NoPageLoadsAnythingFromElsewhereOrHasScriptsOrStylesWithin() {
        assertThat(everyPage()).allSatisfy((response) -> {
            Document page = page(response);
            assertThat(page.select("script:not([src]), style, [style], [onclick], iframe")).isEmpty();
            assertThat(page.select("script[src], img[src], link[href]:not([rel=canonical])")
                .stream()
                .map((element) -> element.hasAttr("src") ? element.absUrl("src") : element.absUrl("href")))
                .allSatisfy((uri) -> assertThat(URI.create(uri).getHost()).isEqualTo("localhost"));
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying((policy) -> assertThat(policy).startsWith("default-src 'self';"));
            assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(response.headers().firstValue("Cache-Control"))
                .hasValueSatisfying((cache) -> assertThat(cache).contains("no-store"));
        });
    }

    @Test
    void everyPageHasOneHeadingATitleAndALanguage() {
        assertThat(everyPage()).allSatisfy((response) -> {
            Document page = page(response);
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.title()).endsWith(" – Newsletters – City of Exford")
                .contains(page.expectFirst("h1").text());
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(page.text()).doesNotContain("??");
        });
    }

    /** As many readers as there are connections would wait for each other. */
    @Test
    void noPageAsksForAConnectionWhileItHoldsOne() throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < this.connections.getMaximumPoolSize() - 1) {
                held.add(this.connections.getConnection());
            }
            assertThat(everyPage()).extracting(HttpResponse::statusCode).doesNotContain(503);
        }
        finally {
            for (Connection one : held) {
                one.close();
            }
        }
    }

    @Test
    void pagesBehindLinksFromMailsAreNotForSearchEngines() {
        this.visitor.signsUp("robots@pages.example.org", "mayor");
        String confirm = this.visitor.confirmLink("robots@pages.example.org");
        String unsubscribe = this.visitor.unsubscribeLink("robots@pages.example.org", "mayor");
        String preferences = this.visitor.preferencesLink("robots@pages.example.org");
        for (String path : List.of(confirm, unsubscribe, preferences, "/confirm/forged")) {
            assertThat(page(this.visitor.get(path)).select("meta[name=robots][content=noindex]")).hasSize(1);
        }
    }

    @Test
    void thereIsNoStaffAreaHere() {
        assertThat(this.visitor.get("/sign-in").statusCode()).isEqualTo(404);
        for (String path : List.of("/staff", "/staff/sign-in", "/staff/newsletters", "/staff/nowhere")) {
            assertThat(this.visitor.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(this.visitor.post(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(this.context.getBeanNamesForAnnotation(ForStaff.class)).isEmpty();
        assertThat(this.context.getBeansOfType(StaffArea.class)).isEmpty();
        assertThat(this.visitor.get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(this.visitor.send(this.visitor.request("/").DELETE()).statusCode()).isEqualTo(405);
        assertThat(this.visitor.send(this.visitor.request("/").method("TRACE", BodyPublishers.noBody())).statusCode())
            .isIn(400, 405);
    }

    @Test
    void withoutPostgresThePageSaysThatItWillBeBackAndThenItIs() {
        DevPostgres.shared().stop();
        try {
            HttpResponse<String> response = this.visitor.get("/");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("30");
            assertThat(page(response).expectFirst("h1").text()).isEqualTo("Sorry, the service is not available");
            assertThat(this.visitor.post("/", "newsletters", "mayor").statusCode()).isEqualTo(503);
            assertThat(health()).contains("DOWN");
            assertThat(this.visitor.get("/check-your-email").statusCode()).isEqualTo(200);
            assertThat(this.visitor.post("/verify", "receipt", "{}").statusCode()).isEqualTo(200);
        }
        finally {
            DevPostgres.shared().start();
        }
        await().untilAsserted(() -> assertThat(this.visitor.get("/").statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(health()).contains("UP"));
        assertThat(this.visitor.signsUp("back@pages.example.org", "mayor").statusCode()).isEqualTo(303);
    }

    private String health() {
        URI uri = URI
            .create("http://localhost:" + this.environment.getProperty("local.management.port") + "/actuator/health");
        return this.visitor.send(this.visitor.request("/").uri(uri).setHeader("Accept", "application/json")).body();
    }

}
