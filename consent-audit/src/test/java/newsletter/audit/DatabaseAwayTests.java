package newsletter.audit;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import newsletter.devstack.postgres.DevPostgres;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
class DatabaseAwayTests {

    private final Told told = new Told();

    @Autowired
    private Desk desk;

    @Autowired
    private Residents residents;

    @Test
    void officersAreToldToComeBackLaterAndEverythingIsThereWhenTheyDo() {
        this.residents.signUp(this.told.subscriberId, this.told.subscriberId + "@example.org");
        String view = this.desk.view(this.told.subscriberId + "@example.org");
        DevPostgres.shared().stop();
        try {
            for (String page : new String[] { "/", "/ledger", view, "/checkpoint", "/entries/0" }) {
                isAway(this.desk.get(page));
            }
            isAway(this.desk.look("ada@example.org", "complaint", "C-17"));
        }
        finally {
            DevPostgres.shared().start();
        }
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(this.desk.get(view)).hasStatusOk());
    }

    private static void isAway(MvcTestResult page) {
        assertThat(page).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(Desk.read(page).select("h1").text()).isEqualTo("Sorry, the service is not available");
    }

}
