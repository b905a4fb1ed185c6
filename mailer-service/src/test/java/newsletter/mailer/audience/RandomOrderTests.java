package newsletter.mailer.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.Event;
import newsletter.events.SubscriberContact;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.mailer.delivery.Desk;
import newsletter.personaldata.AddressCipher;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * C-07: whatever comes in whatever order, and however often, an edition reaches exactly
 * those whose last consent was read before it began, and whose withdrawal was not.
 */
@EngineTest
class RandomOrderTests {

    private static final int PEOPLE = 6;

    @Autowired
    private Intake intake;

    @Autowired
    private World world;

    @Autowired
    private Desk desk;

    @Autowired
    private EmbeddedMailbox mailbox;

    private final List<Life> lives = new ArrayList<>();

    /** What the mailer was told so far. */
    private final Set<Event> read = new HashSet<>();

    /** Who consents, perhaps leaves, perhaps comes back, and perhaps leaves again. */
    private record Life(Person person, SubscriberContact contact, List<ConsentGiven> given,
            List<ConsentWithdrawn> withdrawn) {

        static Life random(String newsletter, AddressCipher cipher, Random random) {
            Person person = Person.somebody();
            var given = new ArrayList<ConsentGiven>();
            var withdrawn = new ArrayList<ConsentWithdrawn>();
            for (int times = random.nextInt(4); times > 0; times--) {
                Instant at = person.asked().plusSeconds(2L * given.size());
                ConsentGiven consent = person.consents(newsletter, at, at.plus(Duration.ofDays(730)), 1);
                given.add(consent);
                // One that made way for the next has no end that anybody tells.
                if (random.nextBoolean()) {
                    withdrawn.add(Person.withdraws(consent, at.plusSeconds(1)));
                }
            }
            return new Life(person, person.contact(cipher), given, withdrawn);
        }

        /** The last consent of which anything was read is what counts. */
        boolean mayBeMailed(Set<Event> read) {
            return read.contains(this.contact) && this.given.reversed()
                .stream()
                .filter((consent) -> read.contains(consent) || isWithdrawn(consent, read))
                .findFirst()
                .filter((consent) -> read.contains(consent) && !isWithdrawn(consent, read))
                .isPresent();
        }

        private boolean isWithdrawn(ConsentGiven consent, Set<Event> read) {
            return this.withdrawn.stream()
                .anyMatch((end) -> end.consentId().equals(consent.consentId()) && read.contains(end));
        }

    }

    @RepeatedTest(8)
    void onlyTheLastConsentThatWasReadCounts(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        String newsletter = this.desk.newNewsletter();
        List<Runnable> story = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Life life = Life.random(newsletter, this.world.cipher(), random);
            this.lives.add(life);
            story.add(() -> this.intake.take(life.person().requests(newsletter)));
            story.add(() -> {
                this.intake.take(life.contact());
                this.read.add(life.contact());
            });
            life.given().forEach((given) -> story.add(() -> take(given)));
            life.withdrawn().forEach((withdrawn) -> story.add(() -> take(withdrawn)));
        }
        // Everything may be read again.
        story.addAll(story.subList(0, random.nextInt(story.size())));
        story.addAll(List.of(() -> sendAndCheck(newsletter), () -> sendAndCheck(newsletter)));
        Collections.shuffle(story, random);
        story.add(() -> sendAndCheck(newsletter));
        story.forEach(Runnable::run);
    }

    private void take(ConsentEvent event) {
        this.intake.take(event);
        this.read.add(event);
    }

    private void sendAndCheck(String newsletter) {
        UUID edition = this.desk.start(newsletter);
        this.desk.awaitFinished(edition);
        List<UUID> allowed = this.lives.stream()
            .filter((life) -> life.mayBeMailed(this.read))
            .map((life) -> life.person().subscriberId())
            .toList();
        assertThat(this.world.acceptedBy(edition)).containsExactlyInAnyOrderElementsOf(allowed);
        List<String> ids = this.world.messageIds(edition);
        assertThat(this.mailbox.mails())
            .filteredOn((mail) -> mail.header("Message-ID").filter(ids::contains).isPresent())
            .hasSize(allowed.size());
    }

}
