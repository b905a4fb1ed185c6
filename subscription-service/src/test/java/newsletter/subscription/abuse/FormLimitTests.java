package newsletter.subscription.abuse;

import java.net.http.HttpResponse;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
@TestPropertySource(properties = { "abuse.network.forms=5", "abuse.network.within=10h" })
@ExtendWith(OutputCaptureExtension.class)
class FormLimitTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private MeterRegistry metrics;

    @Test
    void a01TooManyFormsFromOneNetworkAreKindlyRefusedAndNothingElseIs(CapturedOutput output) {
        this.visitor.signsUp("first@limit.example.org", "mayor");
        this.visitor.signsUp("second@limit.example.org", "mayor");
        String first = this.visitor.confirmLink("first@limit.example.org");
        String second = this.visitor.confirmLink("second@limit.example.org");
        this.visitor.post(first);
        String leave = this.visitor.unsubscribeLink("first@limit.example.org", "mayor");
        long refused = IntStream.range(0, 20)
            .mapToObj((n) -> this.visitor.signsUp("more" + n + "@limit.example.org", "mayor"))
            .filter((response) -> response.statusCode() == 429)
            .count();
        assertThat(refused).isEqualTo(17);
        HttpResponse<String> response = this.visitor.signsUp("last@limit.example.org", "mayor");
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 7201L);
        Document page = page(response);
        assertThat(page.expectFirst("h1").text()).isEqualTo("Please try again in a few minutes");
        assertThat(this.visitor.isKnown("last@limit.example.org")).isFalse();
        assertThat(this.visitor.post("/preferences", "emailAddress", "last@limit.example.org").statusCode())
            .isEqualTo(429);
        assertThat(this.visitor.post("/pl/", "emailAddress", "last@limit.example.org").statusCode()).isEqualTo(429);
        // Whoever has a link may use it, and whoever reads may read.
        assertThat(this.visitor.get("/").statusCode()).isEqualTo(200);
        this.visitor.post(second);
        assertThat(this.visitor.takes("second@limit.example.org")).containsExactly("mayor");
        this.visitor.post(leave);
        assertThat(this.visitor.takes("first@limit.example.org")).isEmpty();
        assertThat(this.visitor
            .post(this.visitor.unsubscribeLink("second@limit.example.org", "mayor")
                .replace("/unsubscribe/", "/one-click/"), "List-Unsubscribe", "One-Click")
            .statusCode()).isEqualTo(200);
        assertThat(this.metrics.get("sign-up.turned-away").tag("why", "too-many").counter().count()).isEqualTo(20);
        assertThat(output).doesNotContain("127.0.0.1", "limit.example.org");
    }

}
