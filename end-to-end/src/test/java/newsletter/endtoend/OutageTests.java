package newsletter.endtoend;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import newsletter.endtoend.people.Page;
import newsletter.endtoend.people.PressOffice;
import newsletter.endtoend.people.Reader;
import newsletter.endtoend.people.Resident;
import newsletter.endtoend.world.Service;
import newsletter.endtoend.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/** What people see while a server is away, and that all is mended by itself. */
@Order(Turn.DISTURBING)
class OutageTests {

    private static final int UNAVAILABLE = 503;

    private final World world = World.running();

    @Test
    void mailWaitsForTheMailServerAndTheDeskSaysSo() {
        var reader = new Resident(this.world, "reads-later@example.org").subscribed(Resident.CLEAN_AIR);
        var newcomer = new Resident(this.world, "confirms-later@example.org");
        var desk = new PressOffice(this.world);
        this.world.mailbox().stop();
        try {
            newcomer.signsUp(Resident.MAYOR);
            desk.sends(Resident.CLEAN_AIR, "Sent without a mail server", "Clean air.");
            desk.awaitProgress("Sent without a mail server", (page) -> page.text().contains("mail server"));
            assertThat(newcomer.letters("")).isEmpty();
        }
        finally {
            this.world.mailbox().start();
        }
        newcomer.confirms();
        reader.awaitLetter("Sent without a mail server");
        desk.awaitProgress("Sent without a mail server", PressOffice::isSent);
    }

    @Test
    void signUpsAreAcceptedWithoutKafkaAndToldLater() {
        var resident = new Resident(this.world, "asks-without-kafka@example.org");
        this.world.kafka().stop();
        try {
            resident.signsUp(Resident.MAYOR);
        }
        finally {
            this.world.kafka().start();
        }
        resident.confirms();
        resident.awaitLetter("elcome");
    }

    @Test
    void withoutADatabaseEveryPageSaysSoAndAllRecoverByThemselves() {
        this.world.postgres().stop();
        try {
            Page page = new Reader().open(this.world.subscription().uri());
            assertThat(page.status()).isEqualTo(UNAVAILABLE);
            assertThat(page.heading()).isEqualTo("Sorry, the service is not available");
            assertThat(page.header("Retry-After")).isPresent();
            for (Service service : Service.values()) {
                assertThat(this.world.service(service).health()).as(service.module()).isEqualTo(UNAVAILABLE);
            }
        }
        finally {
            this.world.postgres().start();
        }
        for (Service service : Service.values()) {
            this.world.service(service).awaitHealth();
        }
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> new Reader().open(this.world.subscription().uri()).status() == 200);
        new Resident(this.world, "comes-after-the-database@example.org").subscribed(Resident.MAYOR);
    }

}
