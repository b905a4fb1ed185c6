package newsletter.subscription.preferences;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.subscription.SiteTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class HabitsControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private TestClock clock;

    private final String address = "ada-" + UUID.randomUUID() + "@habits.example.org";

    private String link = "";

    @BeforeEach
    void subscribe() {
        this.visitor.takesUp(this.address, "mayor");
        this.link = this.visitor.preferencesLink(this.address);
    }

    private HttpResponse<String> pauses(int days) {
        LocalDate day = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/London")).plusDays(days);
        return this.visitor.post(this.link + "/pause", "day", "" + day.getDayOfMonth(), "month",
                "" + day.getMonthValue(), "year", "" + day.getYear());
    }

    private Document follow(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return Visitor.page(this.visitor.get(response.headers().firstValue("Location").orElseThrow()));
    }

    @Test
    void aPauseIsShownAndEndedByAButton() {
        Document done = follow(pauses(30));
        assertThat(done.expectFirst(".govuk-notification-banner--success").text()).contains("paused");
        assertThat(done.expectFirst("#paused").text()).contains("You get no newsletters before");
        assertThat(done.expectFirst(".city-timeline__title").text()).startsWith("Paused all newsletters until");
        assertThat(done.select("#taken-mayor")).hasSize(1);
        Document again = follow(this.visitor.post(done.expectFirst("#paused form").attr("action")));
        assertThat(again.select("#paused")).isEmpty();
        assertThat(again.expectFirst(".govuk-notification-banner--success").text()).contains("again");
    }

    @Test
    void aPauseEndsByTime() {
        pauses(2);
        this.clock.forward(Duration.ofDays(3));
        assertThat(Visitor.page(this.visitor.get(this.link)).select("#paused")).isEmpty();
    }

    @Test
    void eachErrorLeadsToItsField() {
        HttpResponse<String> response = this.visitor.post(this.link + "/pause", "day", "1", "month", "", "year",
                "2027");
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Visitor.page(response);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.expectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#month");
        assertThat(page.expectFirst("#month").hasClass("govuk-input--error")).isTrue();
        assertThat(page.expectFirst("#day").val()).isEqualTo("1");
        assertThat(page.expectFirst("fieldset").attr("aria-describedby")).contains("date-error");
        assertThat(page.select("#date-error, #date-hint")).hasSize(2);
    }

    @Test
    void i06LookingPausesNobody() {
        this.visitor.get(this.link + "/pause?day=1&month=3&year=2027");
        this.visitor.get(this.link + "/resume");
        this.visitor.get(this.link + "/language?language=pl");
        assertThat(Visitor.page(this.visitor.get(this.link)).select("#paused")).isEmpty();
        assertThat(Visitor.page(this.visitor.get(this.link)).expectFirst("#how + dl").text()).contains("English");
    }

    @Test
    void theLanguageIsChosenFromThoseThatThereAre() {
        Document form = Visitor.page(this.visitor.get(this.link + "/language"));
        assertThat(form.select("input[name=language]").eachAttr("value")).containsExactly("en", "pl");
        assertThat(form.select("input[checked]").eachAttr("value")).as("what holds now").containsExactly("en");
        Document done = follow(this.visitor.post(this.link + "/language", "language", "pl"));
        assertThat(done.expectFirst("#how + dl").text()).contains("Polski");
        assertThat(done.expectFirst(".city-timeline__title").text()).contains("Polski");
        for (String bad : new String[] { "", "xx", "../en" }) {
            HttpResponse<String> refused = this.visitor.post(this.link + "/language", "language", bad);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Visitor.page(refused).expectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#language");
        }
    }

    @Test
    void theDataListHoldsNothingButItsRows() {
        Document page = Visitor.page(this.visitor.get(this.link));
        assertThat(page.select("#how + dl > *")).allMatch((row) -> row.hasClass("govuk-summary-list__row")).hasSize(3);
        assertThat(page.select("#how + dl a")).hasSize(3);
    }

    @Test
    void anExpiredLinkPausesNobody() {
        this.clock.forward(Duration.ofDays(90));
        assertThat(pauses(3).statusCode()).isEqualTo(410);
        assertThat(this.visitor.get(this.link + "/language").statusCode()).isEqualTo(410);
        assertThat(this.visitor.post("/preferences/forged/resume").statusCode()).isEqualTo(404);
    }

}
