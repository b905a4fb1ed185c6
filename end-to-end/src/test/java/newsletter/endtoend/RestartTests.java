package newsletter.endtoend;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import newsletter.devstack.mail.ReceivedMail;
import newsletter.endtoend.people.Ledger;
import newsletter.endtoend.people.Ledger.Checkpoint;
import newsletter.endtoend.people.PressOffice;
import newsletter.endtoend.people.PressOffice.Books;
import newsletter.endtoend.people.Resident;
import newsletter.endtoend.world.Records;
import newsletter.endtoend.world.ServiceProcess;
import newsletter.endtoend.world.World;
import newsletter.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** I-5: a service that is killed with SIGKILL, at any moment, loses nothing. */
@Order(Turn.DISTURBING)
class RestartTests {

    private static final int READERS = 12;

    private final World world = World.running();

    private final Records records = new Records(this.world.kafka());

    @Test
    void aSignUpAndAConfirmationOutliveTheirService() {
        ServiceProcess subscription = this.world.subscription();
        var resident = new Resident(this.world, "outlives-subscription@example.org");
        resident.signsUp(Resident.MAYOR);
        subscription.kill();
        subscription.start().awaitHealth();
        resident.confirms();
        subscription.kill();
        resident.awaitLetter("onfirm");
        subscription.start().awaitHealth();
        ReceivedMail welcome = resident.awaitLetter("elcome");
        assertThat(resident.letters("")).as("each letter once").hasSize(2);
        new Resident(this.world, "comes-after-subscription@example.org").subscribed(Resident.MAYOR);
        assertThat(resident.letters("elcome")).extracting(ReceivedMail::source).containsExactly(welcome.source());
    }

    @Test
    void aWithdrawalOutlivesItsService() {
        var resident = new Resident(this.world, "leaves-before-a-crash@example.org").subscribed(Resident.MAYOR);
        resident.unsubscribes();
        this.world.subscription().kill();
        this.world.subscription().start().awaitHealth();
        this.records.awaitRead();
        var desk = new PressOffice(this.world);
        desk.sends(Resident.MAYOR, "After a crash", "Not for those who left.");
        desk.awaitProgress("After a crash", PressOffice::isSent);
        assertThat(resident.letters("After a crash")).isEmpty();
    }

    /**
     * The mailer is killed while the mail server has a mail and has not said so: the
     * worst moment. Copies in hand are unknown and stay so, all others go out.
     */
    @Test
    void anEditionOutlivesTheMailerAndNobodyGetsItTwice() {
        String subject = "Cut short";
        List<Resident> readers = IntStream.range(0, READERS)
            .mapToObj((number) -> new Resident(this.world, "reader-" + number + "@example.org"))
            .toList();
        readers.forEach((reader) -> reader.subscribed(Resident.CLEAN_AIR));
        ServiceProcess mailer = this.world.mailer();
        var seen = new AtomicInteger();
        var killed = new AtomicBoolean();
        this.world.mailbox().onMail((mail) -> {
            if (mail.subject().equals(subject) && seen.incrementAndGet() == 4) {
                mailer.kill();
                killed.set(true);
            }
        });
        var desk = new PressOffice(this.world);
        desk.sends(Resident.CLEAN_AIR, subject, "The air is good.");
        Awaitility.await().untilTrue(killed);
        mailer.start().awaitHealth();
        var books = Books.of(desk.awaitProgress(subject, PressOffice::isSent));
        assertThat(readers).allSatisfy((reader) -> assertThat(reader.letters(subject)).hasSizeLessThanOrEqualTo(1));
        long arrived = readers.stream().filter((reader) -> !reader.letters(subject).isEmpty()).count();
        assertThat(arrived).as("%s", books).isGreaterThanOrEqualTo(READERS - books.inDoubt());
        assertThat(books.balance()).as("%s", books).isTrue();
        assertThat(books.waiting()).isZero();
    }

    @Test
    void theLedgerOutlivesItsService() {
        var ledger = new Ledger(this.world);
        Checkpoint before = ledger.settled();
        var resident = new Resident(this.world, "outlives-audit@example.org");
        resident.signsUp(Resident.MAYOR);
        this.world.audit().kill();
        resident.confirms();
        this.world.audit().start();
        resident.awaitLetter("elcome");
        this.world.audit().awaitHealth();
        Checkpoint after = ledger.settled();
        assertThat(after.size()).isGreaterThan(before.size());
        this.world.audit().kill();
        this.world.audit().start().awaitHealth();
        assertThat(ledger.settled()).isEqualTo(after);
        assertThat(this.records.topics()).contains(Topics.LEDGER_CHECKPOINTS);
    }

}
