package newsletter.endtoend;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import newsletter.endtoend.people.Ledger;
import newsletter.endtoend.people.Resident;
import newsletter.endtoend.world.Records;
import newsletter.endtoend.world.Service;
import newsletter.endtoend.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/** I-3: reading any topic again from the start changes nothing and mails nobody. */
@Order(Turn.DISTURBING)
class ReplayTests {

    private final World world = World.running();

    @Test
    void historyThatIsReadAgainMailsNobodyAndAddsNothing() {
        new Resident(this.world, "lives-through-a-replay@example.org").subscribed(Resident.MAYOR);
        var records = new Records(this.world.kafka());
        var ledger = new Ledger(this.world);
        Ledger.Checkpoint before = ledger.settled();
        int mails = this.world.mailbox().mails().size();
        for (Service service : Service.values()) {
            this.world.service(service).stop();
        }
        records.forget(records.groups());
        for (Service service : Service.values()) {
            this.world.service(service).start();
        }
        for (Service service : Service.values()) {
            this.world.service(service).awaitHealth();
        }
        assertThat(ledger.settled()).isEqualTo(before);
        assertThat(this.world.mailbox().mails()).hasSize(mails);
        new Resident(this.world, "comes-after-a-replay@example.org").subscribed(Resident.MAYOR);
    }

}
