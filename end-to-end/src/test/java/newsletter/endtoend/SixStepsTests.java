package newsletter.endtoend;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

import newsletter.devstack.mail.ReceivedMail;
import newsletter.endtoend.browser.Browser;
import newsletter.endtoend.browser.Visitor;
import newsletter.endtoend.people.Resident;
import newsletter.endtoend.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job as people do it in a browser, one step after the other: asked, confirmed,
 * written, sent, stopped, proved.
 */
@Order(1)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SixStepsTests {

    private static final String STATEMENT = "I agree that the City of Exford uses my email address to send me “Email "
            + "from the Mayor”: what the Mayor and the council have decided, what they plan next, and how I can have my "
            + "say. I can withdraw this consent at any time, with the link in any of these emails.";

    private static final String WELCOME = "elcome";

    private final World world = World.running();

    private final Resident ada = new Resident(this.world, "ada.lovelace+city@example.org");

    private final Resident airReader = new Resident(this.world, "only-clean-air@example.net");

    private final Resident undecided = new Resident(this.world, "never-confirms@example.net");

    private Browser browser;

    private Visitor resident;

    private Visitor editor;

    private Visitor approver;

    SixStepsTests() {
        this.browser = Browser.open();
        this.resident = this.browser.visitor();
        this.editor = this.browser.visitor();
        this.approver = this.browser.visitor();
    }

    @AfterAll
    void close() {
        this.browser.close();
    }

    @Test
    @Order(1)
    void aResidentAsks() {
        this.resident.visits(this.world.subscription().uri());
        assertThat(this.resident.heading()).isEqualTo("News from city hall, by email");
        assertThat(this.resident.text()).contains("Email from the Mayor", "Clean air", STATEMENT);
        this.resident.looks("1-sign-up");
        this.resident.ticks(Resident.MAYOR).types("Your email address", "ada.lovelace").presses("Sign up");
        this.resident.looks("1-sign-up-with-errors");
        assertThat(this.resident.text()).contains("There is a problem");
        this.resident.types("Your email address", this.ada.address()).presses("Sign up");
        assertThat(this.resident.heading()).isEqualTo("Check your email");
        this.resident.looks("1-check-your-email");
    }

    @Test
    @Order(2)
    void andConfirmsAndGetsAReceipt() {
        ReceivedMail asks = this.ada.awaitLetter("onfirm");
        assertThat(asks.text()).contains(STATEMENT);
        this.resident.visits(Resident.link(asks));
        assertThat(this.resident.heading()).isEqualTo("Confirm that you want this");
        assertThat(this.resident.text()).contains(STATEMENT);
        this.resident.looks("2-confirm");
        this.resident.presses("Yes, send me this");
        assertThat(this.resident.heading()).isEqualTo("You are signed up");
        this.resident.looks("2-confirmed");
        String receipt = this.resident.page().locator("strong").first().innerText();
        ReceivedMail welcome = this.ada.awaitLetter(WELCOME);
        assertThat(unwrapped(welcome.text())).contains(STATEMENT, receipt, "You can stop at any time");
        assertThat(unwrapped(Jsoup.parse(welcome.html()).text())).contains(STATEMENT, receipt);
        assertThat(welcome.text()).containsPattern("http://localhost:\\d+/unsubscribe/");
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

}
