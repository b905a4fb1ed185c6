package newsletter.endtoend.people;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

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
        Page submitted = draft.press("Submit for approval");
        assertThat(submitted.status()).isEqualTo(200);
        this.editions.put(subject, submitted.address());
        Page approved = this.approver.open(submitted.address()).press("Approve");
        Page sent = approved.press("Send");
        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
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
        return edition.document()
            .select("dt, th")
            .stream()
            .filter((term) -> term.text().equals(what))
            .map((term) -> Objects.requireNonNull(term.nextElementSibling()).text())
            .mapToLong((number) -> Long.parseLong(number.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no '%s' in %s".formatted(what, edition)));
    }

    public static boolean isSent(Page edition) {
        return edition.text().contains("Sent");
    }

}
