package newsletter.mailer.audience;

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
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.mailer.delivery.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * C-07: whatever comes in whatever order, and however often, an edition reaches exactly
 * those whose consent was read before it began, and whose withdrawal was not.
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

    /** What the mailer was told so far, as we understand it. */
    private final Set<UUID> reachable = new HashSet<>();

    private final Set<UUID> given = new HashSet<>();

    private final Set<UUID> withdrawn = new HashSet<>();

    @RepeatedTest(12)
    void onlyReadConsentCounts(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        String newsletter = this.desk.newNewsletter();
        List<Runnable> story = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            story.addAll(doingsOf(Person.somebody(), newsletter, random));
        }
        // Everything may be read again.
        story.addAll(story.subList(0, random.nextInt(story.size())));
        story.addAll(List.of(() -> sendAndCheck(newsletter), () -> sendAndCheck(newsletter)));
        Collections.shuffle(story, random);
        story.add(() -> sendAndCheck(newsletter));
        story.forEach(Runnable::run);
    }

    private List<Runnable> doingsOf(Person person, String newsletter, Random random) {
        ConsentGiven consent = person.consents(newsletter);
        ConsentWithdrawn withdrawal = Person.withdraws(consent);
        List<Runnable> doings = new ArrayList<>(List.of(() -> {
            this.intake.take(person.contact(this.world.cipher()));
            this.reachable.add(person.subscriberId());
        }, () -> this.intake.take(person.requests(newsletter))));
        if (random.nextInt(4) > 0) {
            doings.add(() -> {
                this.intake.take(consent);
                this.given.add(person.subscriberId());
            });
            if (random.nextBoolean()) {
                doings.add(() -> {
                    this.intake.take(withdrawal);
                    this.withdrawn.add(person.subscriberId());
                });
            }
        }
        return doings;
    }

    private void sendAndCheck(String newsletter) {
        UUID edition = this.desk.start(newsletter);
        this.desk.awaitFinished(edition);
        Set<UUID> allowed = new HashSet<>(this.given);
        allowed.retainAll(this.reachable);
        allowed.removeAll(this.withdrawn);
        List<UUID> mailed = this.world.acceptedBy(edition);
        assertThat(mailed).containsExactlyInAnyOrderElementsOf(allowed);
        List<String> ids = this.world.messageIds(edition);
        assertThat(this.mailbox.mails())
            .filteredOn((mail) -> mail.header("Message-ID").filter(ids::contains).isPresent())
            .hasSize(allowed.size());
    }

}
