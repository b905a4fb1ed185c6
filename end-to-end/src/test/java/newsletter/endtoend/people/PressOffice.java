package newsletter.endtoend.people;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;

import newsletter.endtoend.world.Staff;
import newsletter.endtoend.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/** An editor and an approver, who together send editions. */
public final class PressOffice {

    private static final Pattern SENTENCE = Pattern
        .compile("Of ([\\d,]+) planned: ([\\d,]+) taken by the mail server, ([\\d,]+) refused, ([\\d,]+) not sent .*"
                + " agreed, ([\\d,]+) in doubt .* answer, ([\\d,]+) waiting");

    private final Desk editor;

    private final Desk approver;

    private final Map<String, URI> editions = new HashMap<>();

    public PressOffice(World world) {
        this.editor = Desk.signIn(world.mailer().uri(), Staff.EDITOR);
        this.approver = Desk.signIn(world.mailer().uri(), Staff.APPROVER);
    }

    /** Written, submitted, approved, and on its way. */
    public void sends(String newsletter, String subject, String markdown) {
        Page draft = this.editor.open()
            .follow("Write an edition")
            .form("Save")
            .choose("Newsletter", newsletter)
            .type("Subject", subject)
            .type("Text", markdown)
            .send();
        URI edition = draft.press("Submit for review").address();
        this.editions.put(subject, edition);
        Page question = this.approver.open(edition).press("Approve exactly this").follow("Send…");
        Page sending = question.press(question.button("Send to"));
        assertThat(sending.heading()).as(sending.toString()).isEqualTo(subject);
        assertThat(sending.text()).contains("How far it has come");
    }

    /** Looks at an edition until the page says what is waited for. */
    public Page awaitProgress(String subject, Predicate<Page> wanted) {
        URI edition = Objects.requireNonNull(this.editions.get(subject));
        return Awaitility.await("progress of " + subject)
            .atMost(Duration.ofSeconds(60))
            .until(() -> this.editor.open(edition), wanted);
    }

    /** What became of an edition, as its page says in one sentence. */
    public record Books(long planned, long taken, long refused, long notSent, long inDoubt, long waiting) {

        public static Books of(Page edition) {
            var found = SENTENCE.matcher(edition.text());
            assertThat(found.find()).as(edition.toString()).isTrue();
            long[] numbers = IntStream.rangeClosed(1, 6)
                .mapToLong((group) -> Long.parseLong(found.group(group).replace(",", "")))
                .toArray();
            return new Books(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        }

        /** I-4: everything that was planned has an outcome, or waits for one. */
        public boolean balance() {
            return this.planned == this.taken + this.refused + this.notSent + this.inDoubt + this.waiting;
        }

    }

    public static boolean isSent(Page edition) {
        return edition.text().contains("Sending ended");
    }

}
