package newsletter.endtoend;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.endtoend.people.Page;
import newsletter.endtoend.people.Reader;
import newsletter.endtoend.people.Resident;
import newsletter.endtoend.world.Records;
import newsletter.endtoend.world.World;
import newsletter.events.Topics;
import newsletter.personaldata.KeysetFile;
import newsletter.personaldata.Seal;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;

import static org.assertj.core.api.Assertions.assertThat;

/** What people and machines send that they should not. */
class BadInputTests {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final int TOO_MUCH = 64 * 1024 + 1;

    private final World world = World.running();

    private final Records records = new Records(this.world.kafka());

    private final Reader reader = new Reader();

    @ParameterizedTest
    @ValueSource(strings = { "", "ada", "ada@", "ada@localhost", "ada lovelace@example.org",
            "ada@example.org, b@example.org", "ada@example.org\r\nBcc: all@example.org" })
    void whatIsNoAddressComesBackAsItWasTyped(String typed) {
        Set<String> before = facts();
        Page page = new Resident(this.world, "nobody@example.org").signUpForm()
            .tick(Resident.MAYOR)
            .type("Your email address", typed)
            .send();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.document().title()).startsWith("Error:");
        assertThat(page.errors()).hasSize(1);
        assertThat(page.document().select("[name=emailAddress]").val()).isEqualTo(typed);
        assertThat(page.document().select("[name=newsletters][checked]").eachAttr("value")).containsExactly("mayor");
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void whoTicksNothingIsAskedToAndKeepsTheAddress() {
        var resident = new Resident(this.world, "ticks-nothing@example.org");
        Page page = resident.signUpForm().type("Your email address", resident.address()).send();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.errors()).containsExactly("Select at least one newsletter");
        assertThat(page.document().select("[name=emailAddress]").val()).isEqualTo(resident.address());
        assertThatNothingCameFrom(resident);
    }

    @Test
    void whoWantsANewsletterThatWeDoNotHaveIsTold() {
        var resident = new Resident(this.world, "unknown-newsletter@example.org");
        Page page = resident.signUpForm()
            .tick(Resident.MAYOR)
            .add("newsletters", "casino")
            .type("Your email address", resident.address())
            .send();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.errors()).singleElement().asString().contains("no longer on it");
        assertThatNothingCameFrom(resident);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "made-up", "1.2.3" })
    void aFormThatIsNotOursIsShownAgain(String stamp) {
        var resident = new Resident(this.world, "stale-form@example.org");
        Page page = resident.signUpForm()
            .tick(Resident.CLEAN_AIR)
            .type("Your email address", resident.address())
            .forge("stamp", stamp)
            .send();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.errors()).singleElement().asString().contains("Read it again and send it again");
        assertThat(page.document().select("[name=emailAddress]").val()).isEqualTo(resident.address());
        assertThat(page.form("Sign up").send().heading()).as("sent again as it is").isEqualTo("Check your email");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/confirm/", "/unsubscribe/", "/one-click/" })
    void aForgedLinkIsUnknown(String path) {
        Set<String> before = facts();
        for (String token : Set.of("forged", "A".repeat(120), "..%2f..%2fetc", "%00", "%F0%9F%98%80")) {
            Page page = this.reader.open(this.world.subscription().uri().resolve(path + token));
            assertThat(page.status()).as(token).isBetween(400, 404);
            assertThat(this.reader
                .post(this.world.subscription().uri().resolve(path + token), FORM,
                        BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .status()).as(token).isBetween(400, 404);
        }
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void aTruncatedOrChangedLinkIsUnknownAndTheWholeOneStillWorks() {
        var resident = new Resident(this.world, "truncated-link@example.org");
        resident.signsUp(Resident.MAYOR);
        String link = resident.confirmationLink().toString();
        String last = link.substring(link.length() - 2);
        for (String bad : Set.of(link.substring(0, link.length() - 1), link.substring(0, link.length() - 20),
                link.substring(0, link.length() - 2) + (last.startsWith("A") ? "B" : "A") + last.substring(1))) {
            Page page = this.reader.open(URI.create(bad));
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.heading()).isEqualTo("We do not know this link");
            assertThat(this.reader.post(URI.create(bad), FORM, BodyPublishers.noBody()).status()).isEqualTo(404);
        }
        resident.confirms();
    }

    @Test
    void anExpiredLinkSaysSoAndConfirmsNothing() {
        var resident = new Resident(this.world, "expired-link@example.org");
        resident.signsUp(Resident.MAYOR);
        var links = new SignedLinks(new Seal(KeysetFile.read(this.world.keys().resolve("links.json"), true)));
        String token = resident.confirmationLink().getPath().substring("/confirm/".length());
        Link sent = links.read(Action.CONFIRM, token).orElseThrow();
        var expired = new Link(Action.CONFIRM, sent.subscriberId(), sent.about(), Instant.now().minusSeconds(60));
        URI address = this.world.subscription().uri().resolve("/confirm/" + links.token(expired));
        Set<String> before = facts();
        Page page = this.reader.open(address);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.heading()).isEqualTo("This link has expired");
        assertThat(this.reader.post(address, FORM, BodyPublishers.noBody()).status()).isEqualTo(410);
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void aLinkIsGoodForItsOneActionOnly() {
        var resident = new Resident(this.world, "other-action@example.org");
        resident.signsUp(Resident.MAYOR);
        String token = resident.confirmationLink().getPath().substring("/confirm/".length());
        Page page = this.reader.post(this.world.subscription().uri().resolve("/one-click/" + token), FORM,
                BodyPublishers.ofString("List-Unsubscribe=One-Click"));
        assertThat(page.status()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        byte[] body = ("emailAddress=" + "a".repeat(TOO_MUCH)).getBytes(StandardCharsets.US_ASCII);
        for (String path : Set.of("/", "/confirm/x", "/unsubscribe/x", "/one-click/x")) {
            URI address = this.world.subscription().uri().resolve(path);
            assertThat(this.reader.post(address, FORM, BodyPublishers.ofByteArray(body)).status())
                .as("announced, to %s", path)
                .isEqualTo(413);
            assertThat(
                    new Reader().post(address, FORM, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .status())
                .as("in chunks, to %s", path)
                .isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { Topics.CONSENT_EVENTS, Topics.SUBSCRIBER_CONTACTS, Topics.NEWSLETTERS, Topics.EDITIONS,
            Topics.DELIVERY_REPORTS })
    void anUnreadableRecordIsPutAsideWithTheReason(String topic) {
        String key = UUID.randomUUID().toString();
        this.records.sendToAllPartitions(topic, key, "This is no JSON.");
        this.records.awaitDeadLetter(topic, key);
        assertThat(this.records.of(Topics.deadLetters(topic))).filteredOn((record) -> key.equals(record.key()))
            .allSatisfy((record) -> assertThat(record.value()).isEqualTo("This is no JSON."))
            .allSatisfy((record) -> assertThat(Records.text(record)).contains("dead-letter-reason=")
                .doesNotContain("dead-letter-reason= "));
        this.records.awaitRead();
    }

    @Test
    void afterAnUnreadableRecordTheOthersAreRead() {
        this.records.sendToAllPartitions(Topics.CONSENT_EVENTS, UUID.randomUUID().toString(),
                "{\"type\":\"unheard-of\"}");
        this.records.sendToAllPartitions(Topics.SUBSCRIBER_CONTACTS, UUID.randomUUID().toString(), "[");
        new Resident(this.world, "after-unreadable@example.org").subscribed(Resident.MAYOR);
    }

    private Set<String> facts() {
        return this.records.values(Topics.CONSENT_EVENTS);
    }

    private void assertThatNothingCameFrom(Resident resident) {
        assertThat(resident.letters("")).isEmpty();
    }

}
