package newsletter.endtoend.people;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import newsletter.devstack.mail.ReceivedMail;
import newsletter.endtoend.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody with a mailbox, who does what the pages say. */
public final class Resident {

    public static final String MAYOR = "Email from the Mayor";

    public static final String CLEAN_AIR = "Clean air";

    /** The button that confirms. */
    public static final String YES = "Yes, sign me up";

    private static final Pattern CONFIRMATION = Pattern.compile("https?://\\S+/confirm/[\\w.~-]+");

    private final World world;

    private final String address;

    private final Reader reader = new Reader();

    public Resident(World world, String address) {
        this.world = world;
        this.address = address;
        world.remember(address);
    }

    public String address() {
        return this.address;
    }

    /** Asks for newsletters by their names. */
    public void signsUp(String... newsletters) {
        Form form = signUpForm().type("Your email address", this.address);
        List.of(newsletters).forEach(form::tick);
        assertThat(form.send().heading()).isEqualTo("Check your email");
    }

    public Form signUpForm() {
        return this.reader.open(this.world.subscription().uri()).form("Sign up");
    }

    /** The link in the first letter that asks. */
    public URI confirmationLink() {
        return link(awaitLetter("onfirm"));
    }

    /** The link with the button that confirms. */
    public static URI link(ReceivedMail letter) {
        var found = CONFIRMATION.matcher(letter.text());
        assertThat(found.find()).as("a link to confirm in: %s", letter.text()).isTrue();
        return URI.create(found.group());
    }

    public void confirms() {
        Page done = this.reader.open(confirmationLink()).press(YES);
        assertThat(done.heading()).isEqualTo("You are signed up");
    }

    /** Signed up, confirmed and welcomed: from now on editions come. */
    public Resident subscribed(String... newsletters) {
        signsUp(newsletters);
        confirms();
        awaitLetter("elcome");
        return this;
    }

    /** By the first link of the welcome letter. */
    public void unsubscribes() {
        var link = Pattern.compile("https?://\\S+/unsubscribe/[\\w.~-]+").matcher(awaitLetter("elcome").text());
        assertThat(link.find()).as("a way to stop").isTrue();
        Page done = this.reader.open(URI.create(link.group())).press("Unsubscribe");
        assertThat(done.heading()).isEqualTo("You are unsubscribed");
    }

    public ReceivedMail awaitLetter(String subject) {
        return this.world.mailbox().awaitMailTo(this.address, subject);
    }

    /** What came so far under this subject. */
    public List<ReceivedMail> letters(String subject) {
        return this.world.mailbox()
            .mailsTo(this.address)
            .stream()
            .filter((mail) -> mail.subject().contains(subject))
            .toList();
    }

    /** Where a mail program posts to leave (RFC 8058). */
    public static URI oneClick(ReceivedMail edition) {
        String header = edition.header("List-Unsubscribe").orElseThrow();
        var found = Pattern.compile("<(https?://[^>]+)>").matcher(header.replaceAll("\\s", ""));
        assertThat(found.find()).as("a link in List-Unsubscribe: %s", header).isTrue();
        return URI.create(found.group(1));
    }

    @Override
    public String toString() {
        return "a resident";
    }

}
