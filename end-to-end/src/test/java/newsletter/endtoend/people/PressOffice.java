package newsletter.endtoend.people;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import newsletter.endtoend.world.Staff;
import newsletter.endtoend.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/** An editor and an approver, who together send editions. */
public final class PressOffice {

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

    /** A number in the books of an edition. */
    public static long count(Page edition, String what) {
        var found = Pattern.compile("([\\d,]+) " + what + "|" + what + " ([\\d,]+)").matcher(edition.text());
        assertThat(found.find()).as("'%s' in %s", what, edition).isTrue();
        String number = (found.group(1) != null) ? found.group(1) : found.group(2);
        return Long.parseLong(number.replace(",", ""));
    }

    /** I-4: everything that was planned has an outcome, or waits for one. */
    public static void assertBalanced(Page edition) {
        assertThat(count(edition, "planned")).as(edition.toString())
            .isEqualTo(Stream
                .of("taken by the mail server", "refused by the mail server", "not sent: no longer agreed", "in doubt",
                        "waiting")
                .mapToLong((outcome) -> count(edition, outcome))
                .sum());
    }

    public static boolean isSent(Page edition) {
        return edition.text().contains("Sending ended");
    }

}
