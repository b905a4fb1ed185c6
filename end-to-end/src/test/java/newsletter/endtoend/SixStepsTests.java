package newsletter.endtoend;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.devstack.mail.ReceivedMail;
import newsletter.endtoend.browser.Browser;
import newsletter.endtoend.browser.Visitor;
import newsletter.endtoend.people.Desk;
import newsletter.endtoend.people.Ledger;
import newsletter.endtoend.people.Page;
import newsletter.endtoend.people.PressOffice;
import newsletter.endtoend.people.Reader;
import newsletter.endtoend.people.Resident;
import newsletter.endtoend.world.Records;
import newsletter.endtoend.world.Staff;
import newsletter.endtoend.world.World;
import newsletter.events.Topics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job as people do it in a browser, one step after the other: asked, confirmed,
 * written, sent, stopped, proved.
 */
@Order(Turn.FIRST)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SixStepsTests {

    private static final String SUBJECT = "The bridge is closed on Sunday";

    private static final String MARKDOWN = """
            ## Bridge Street

            Dear residents, the bridge is closed on **Sunday**. We repair the railing.

            - Cars take the ring road
            - The [bus timetable](https://www.exford.example.org/bus) has all the changes
            """;

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(60_000);

    private static final String WELCOME = "elcome";

    private static final String LOOK = "Record this and show";

    private static final String KNOWN = "What is known of this person";

    private final World world = World.running();

    private final Resident ada = new Resident(this.world, "ada.lovelace+city@example.org");

    private final Resident airReader = new Resident(this.world, "only-clean-air@example.net");

    private final Resident undecided = new Resident(this.world, "never-confirms@example.net");

    private final Records records = new Records(this.world.kafka());

    private final Browser browser = Browser.shared();

    private final Visitor resident = this.browser.visitor();

    private final Visitor editor = this.browser.visitor();

    private final Visitor approver = this.browser.visitor();

    /** The words beside the box, as they stood there. */
    private String statement = "";

    private String receipt = "";

    private URI edition = this.world.mailer().uri();

    private int witnesses = 1;

    @AfterAll
    void close() {
        this.resident.close();
        this.editor.close();
        this.approver.close();
    }

    @Test
    @Order(1)
    void aResidentAsks() {
        this.resident.visits(this.world.subscription().uri());
        this.resident.sees("News from city hall, by email");
        this.resident.finds(Resident.MAYOR, Resident.CLEAN_AIR);
        this.statement = this.resident.description(Resident.MAYOR);
        assertThat(this.statement).startsWith("I agree that the City of Exford").contains("withdraw");
        this.resident.looks("1-sign-up");
        this.resident.ticks(Resident.MAYOR).types("Your email address", "ada.lovelace").presses("Sign up");
        this.resident.finds("There is a problem").looks("1-sign-up-with-errors");
        this.resident.types("Your email address", this.ada.address()).presses("Sign up");
        this.resident.sees("Check your email");
        this.resident.looks("1-check-your-email");
    }

    @Test
    @Order(2)
    void andConfirmsAndGetsAReceipt() {
        ReceivedMail asks = this.ada.awaitLetter("onfirm");
        assertThat(unwrapped(asks.text())).contains(this.statement);
        this.resident.reads(asks.html(), "2-mail-please-confirm").visits(Resident.link(asks));
        this.resident.sees("Confirm your sign-up");
        this.resident.finds(this.statement);
        this.resident.looks("2-confirm");
        this.resident.presses(Resident.YES);
        this.resident.sees("You are signed up");
        this.resident.looks("2-confirmed");
        this.receipt = this.resident.page().locator("strong").first().innerText();
        ReceivedMail welcome = this.ada.awaitLetter(WELCOME);
        assertThat(unwrapped(welcome.text())).contains(this.statement, this.receipt, "You can stop at any time");
        assertThat(unwrapped(Jsoup.parse(welcome.html()).text())).contains(this.statement, this.receipt);
        this.resident.reads(welcome.html(), "2-mail-welcome");
        assertThat(welcome.text()).containsPattern("http://localhost:\\d+/unsubscribe/");
    }

    @Test
    @Order(3)
    void anEditorWritesAndSeesWhatResidentsWillSee() {
        this.airReader.subscribed(Resident.CLEAN_AIR);
        this.undecided.signsUp(Resident.MAYOR);
        this.editor.visits(this.world.mailer().uri()).looks("3-sign-in");
        signIn(this.editor, Staff.EDITOR);
        this.editor.sees("Editions").looks("3-editions").follows("Write an edition");
        this.editor.chooses("Newsletter", Resident.MAYOR).types("Subject", SUBJECT).types("Text", MARKDOWN);
        assertThat(this.editor.page().getByRole(AriaRole.HEADING, named("Bridge Street"))).isVisible();
        assertThat(this.editor.page().locator("#preview")).containsText("closed on Sunday");
        this.editor.looks("3-composer");
        this.editor.presses("Save");
        this.editor.sees(SUBJECT);
        this.edition = this.editor.address();
        this.editor.looks("3-draft").presses("Send a test to me");
        ReceivedMail test = this.world.mailbox().awaitMailTo(Staff.address(Staff.EDITOR), SUBJECT);
        assertThat(test.text()).contains("closed on Sunday");
        this.editor.presses("Submit for review");
        this.editor.finds("It is in review");
        this.editor.looks("3-in-review");
    }

    @Test
    @Order(4)
    void nobodyReleasesTheirOwnWork() {
        assertThat(this.editor.button("Approve exactly this").count()).isZero();
        Page own = Desk.signIn(this.world.mailer().uri(), Staff.BOTH)
            .open()
            .follow("Write an edition")
            .form("Save")
            .choose("Newsletter", Resident.MAYOR)
            .type("Subject", "My own")
            .type("Text", "Mine alone.")
            .send()
            .press("Submit for review");
        assertThat(own.text()).contains("Somebody who wrote no part of it has to look at it");
        assertThat(own.offers("Approve exactly this")).isFalse();
        String fingerprint = own.document().select(".city-hash").eachText().getFirst();
        Page refused = own.form("Take back to draft").add("sha256", fingerprint).sendTo("approval");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Nothing has been changed");
    }

    @Test
    @Order(5)
    void anotherPersonApprovesAndSends() {
        this.approver.visits(this.world.mailer().uri());
        signIn(this.approver, Staff.APPROVER);
        this.approver.sees("Editions").visits(this.edition).looks("4-review").presses("Approve exactly this");
        this.approver.finds("Approved: it can be sent now").looks("4-approved").follows("Send…");
        this.approver.sees("Send this edition now?")
            .looks("4-send")
            .page()
            .getByRole(AriaRole.BUTTON, named("Send to"))
            .click();
        assertThat(this.approver.page().getByText("Sending ended")).isVisible(PATIENTLY);
        this.approver.looks("4-sent");
        this.approver.finds("Of 1 planned: 1 taken by the mail server, 0 refused, 0 not sent");
    }

    @Test
    @Order(6)
    void theEditionReachesThoseWhoAgreedToIt() throws MessagingException {
        ReceivedMail mail = this.ada.awaitLetter(SUBJECT);
        assertThat(mail.message().getContentType()).startsWith("multipart/alternative");
        assertThat(mail.text()).contains("closed on Sunday");
        assertThat(mail.html()).contains("closed on <strong").doesNotContain("<img", "<script");
        this.resident.reads(mail.html(), "4-mail-edition");
        assertThat(mail.header("List-Unsubscribe-Post")).hasValue("List-Unsubscribe=One-Click");
        assertThat(Resident.oneClick(mail).getPath()).startsWith("/one-click/");
        assertThat(this.ada.letters(SUBJECT)).hasSize(1);
        assertThat(this.airReader.letters(SUBJECT)).isEmpty();
        assertThat(this.undecided.letters(SUBJECT)).isEmpty();
    }

    @Test
    @Order(7)
    void everybodyCanReadItOnThePublicSite() {
        this.resident.visits(this.world.subscription().uri().resolve("/news"));
        Awaitility.await().until(() -> this.resident.reloads().text().contains(SUBJECT));
        this.resident.looks("5-news").follows(SUBJECT);
        this.resident.sees(SUBJECT);
        this.resident.finds("closed on Sunday", "Share this issue", "Get “" + Resident.MAYOR);
        assertThat(this.resident.button("Sign up")).isVisible();
        assertThat(this.resident.page().getByRole(AriaRole.LINK, named("Share by Email"))).isVisible();
        this.resident.looks("5-edition");
    }

    @ParameterizedTest
    @Order(8)
    @ValueSource(strings = { FORM, "multipart/form-data; boundary=x" })
    void whoPressesTheMailProgramsButtonIsOut(String encoding) {
        String name = encoding.startsWith("multipart") ? "parts" : "form";
        var leaver = new Resident(this.world, "leaves-by-" + name + "@example.org").subscribed(Resident.MAYOR);
        var office = new PressOffice(this.world);
        office.sends(Resident.MAYOR, "The last for " + name, "Farewell.");
        String body = encoding.equals(FORM) ? "List-Unsubscribe=One-Click"
                : "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        URI oneClick = Resident.oneClick(leaver.awaitLetter("The last for " + name));
        assertThat(new Reader().post(oneClick, encoding, BodyPublishers.ofString(body)).status()).isEqualTo(200);
        assertThatNoMoreComesTo(leaver, office);
    }

    @Test
    @Order(9)
    void whoPressesTheButtonOnThePageIsOut() {
        String link = this.ada.awaitLetter(SUBJECT)
            .text()
            .lines()
            .flatMap((line) -> Pattern.compile("https?://\\S+/unsubscribe/[\\w.~-]+").matcher(line).results())
            .map(MatchResult::group)
            .findFirst()
            .orElseThrow();
        this.resident.visits(URI.create(link)).looks("5-unsubscribe").presses("Unsubscribe");
        this.resident.sees("You are unsubscribed");
        this.resident.looks("5-unsubscribed");
        assertThatNoMoreComesTo(this.ada, new PressOffice(this.world));
    }

    @Test
    @Order(10)
    void theOfficerFindsItAllAndItIsProved() {
        new Ledger(this.world).settled();
        try (Visitor officer = this.browser.visitor()) {
            officer.visits(this.world.audit().uri());
            signIn(officer, Staff.OFFICER);
            officer.sees("Find a person").looks("6-find").presses(LOOK);
            officer.finds("There is a problem", "Enter the case number").looks("6-find-with-errors");
            looksUp(officer, "nobody@example.net", "CASE-1");
            officer.sees("Nobody was found").looks("6-nobody");
            officer.visits(this.world.audit().uri());
            looksUp(officer, this.ada.address(), "CASE-2");
            officer.sees(KNOWN).looks("6-history");
            officer.finds(this.ada.address(), "CASE-2", "Consent was withdrawn on");
            assertThat(happenings(officer)).containsSubsequence("Asked for " + Resident.MAYOR,
                    "Confirmation mail mailed", "Confirmed, and so consented to " + Resident.MAYOR,
                    "Receipt (welcome mail) mailed", "Edition “" + SUBJECT + "” mailed",
                    "Withdrew consent to " + Resident.MAYOR);
            assertThat(proofs(officer)).as("every line but, perhaps, the look itself")
                .hasSizeGreaterThanOrEqualTo(happenings(officer).size() - 1);
            officer.finds(this.receipt);
            officer.page().locator("summary").all().forEach(Locator::click);
            officer.finds(this.statement);
            officer.looks("6-history-with-wordings").follows("Show the entry");
            officer.finds("Leaf hash, computed just now", "From the leaf hash to the signed root").looks("6-entry");
            officer.visits(this.world.audit().uri().resolve("/ledger")).presses("Check now");
            officer.sees("The ledger").finds("Intact").looks("6-ledger");
        }
    }

    @Test
    @Order(11)
    void whoLookedIsOnTheTimeLineToo() {
        Awaitility.await().until(() -> this.records.values(Topics.AUDIT_EVENTS).toString().contains("CASE-2"));
        new Ledger(this.world).settled();
        try (Visitor second = this.browser.visitor()) {
            second.visits(this.world.audit().uri());
            signIn(second, Staff.SECOND_OFFICER);
            second.sees("Find a person");
            looksUp(second, this.receipt, "CASE-3");
            second.sees(KNOWN).finds("CASE-2");
            assertThat(happenings(second)).contains("Looked at by the officer “" + Staff.OFFICER + "”");
            second.checks();
        }
    }

    private static void looksUp(Visitor officer, String person, String caseNumber) {
        officer.types("Email address or receipt number", person)
            .types("Case number", caseNumber)
            .ticks("Complaint")
            .presses(LOOK);
    }

    private static List<String> happenings(Visitor officer) {
        return officer.page().locator("ol").getByRole(AriaRole.HEADING).allInnerTexts();
    }

    private static List<String> proofs(Visitor officer) {
        return officer.page().getByText(Pattern.compile("^In the signed tree")).allInnerTexts();
    }

    private void assertThatNoMoreComesTo(Resident leaver, PressOffice office) {
        this.records.awaitRead();
        var witness = new Resident(this.world, "witness-" + this.witnesses++ + "@example.org");
        witness.subscribed(Resident.MAYOR);
        String subject = "The next edition " + this.witnesses;
        office.sends(Resident.MAYOR, subject, "For those who stay.");
        witness.awaitLetter(subject);
        office.awaitProgress(subject, PressOffice::isSent);
        assertThat(leaver.letters(subject)).isEmpty();
    }

    private static void signIn(Visitor visitor, String name) {
        visitor.types("Name", name).types("Password", Staff.password(name)).presses("Sign in");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

}
