package newsletter.endtoend;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.endtoend.people.Page;
import newsletter.endtoend.people.Reader;
import newsletter.endtoend.people.Resident;
import newsletter.endtoend.world.Records;
import newsletter.endtoend.world.Service;
import newsletter.endtoend.world.World;
import newsletter.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody may learn. Runs last, when everything has been said that is said. */
@Order(Turn.LAST)
class PrivacyTests {

    private final World world = World.running();

    private final Records records = new Records(this.world.kafka());

    private final Reader reader = new Reader();

    @Test
    void noAddressIsOnAnyTopic() {
        new Resident(this.world, "on-no-topic@example.org").subscribed(Resident.MAYOR);
        Set<String> topics = this.records.topics();
        assertThat(topics).contains(Topics.CONSENT_EVENTS, Topics.SUBSCRIBER_CONTACTS, Topics.NEWSLETTERS);
        for (String topic : topics) {
            assertThat(this.records.of(topic)).as(topic)
                .allSatisfy((record) -> assertThat(addressesIn(Records.text(record))).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "subscription-service", "mailer-service", "consent-audit" })
    void noAddressAndNoTokenIsInTheLogs(String service) {
        var resident = new Resident(this.world, "in-no-log-of-" + service + "@example.org");
        resident.subscribed(Resident.MAYOR);
        String log = Stream.of(Service.values())
            .filter((candidate) -> candidate.module().equals(service))
            .map((candidate) -> this.world.service(candidate).log())
            .findFirst()
            .orElseThrow();
        assertThat(log).isNotBlank();
        assertThat(addressesIn(log)).isEmpty();
        String token = resident.confirmationLink().getPath().substring("/confirm/".length());
        assertThat(log.contains(token)).as("a token is in the log").isFalse();
    }

    @Test
    void publicPagesSetNoCookie() {
        var resident = new Resident(this.world, "no-cookie@example.org").subscribed(Resident.MAYOR);
        Stream<URI> pages = Stream
            .concat(Stream.of("/", "/privacy", "/news", "/check-your-email", "/no-such-page", "/theme/city.css")
                .map((path) -> this.world.subscription().uri().resolve(path)), links(resident).stream());
        assertThat(pages).allSatisfy((page) -> assertThat(this.reader.open(page).header("Set-Cookie")).isEmpty());
        assertThat(this.reader.open(this.world.audit().uri().resolve("/checkpoint")).header("Set-Cookie")).isEmpty();
    }

    /** Mail scanners follow every link, some with HEAD; none of it may count (I-6). */
    @Test
    void readingALinkInAMailChangesNothing() {
        var resident = new Resident(this.world, "scanned@example.org");
        resident.signsUp(Resident.MAYOR);
        URI confirmation = resident.confirmationLink();
        this.records.awaitRead();
        Set<String> before = this.records.values(Topics.CONSENT_EVENTS);
        read(List.of(confirmation));
        assertThat(this.records.values(Topics.CONSENT_EVENTS)).isEqualTo(before);
        resident.confirms();
        resident.awaitLetter("elcome");
        this.records.awaitRead();
        before = this.records.values(Topics.CONSENT_EVENTS);
        assertThat(links(resident)).anyMatch((link) -> link.getPath().startsWith("/unsubscribe/"));
        read(links(resident));
        // What a scanner's POST without the words of RFC 8058 would do.
        links(resident).stream()
            .filter((link) -> link.getPath().startsWith("/unsubscribe/"))
            .map((link) -> URI.create(link.toString().replace("/unsubscribe/", "/one-click/")))
            .forEach((link) -> this.reader.post(link, "text/plain", BodyPublishers.noBody()));
        this.records.awaitRead();
        assertThat(this.records.values(Topics.CONSENT_EVENTS)).isEqualTo(before);
    }

    private void read(Iterable<URI> links) {
        for (URI link : links) {
            for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                assertThat(this.reader.ask(method, link).status()).as("%s %s", method, link.getPath().split("/", -1)[1])
                    .isBetween(200, 299);
            }
        }
    }

    /** I-7: neither the page nor its status says whether somebody is known. */
    @Test
    void theAnswerIsTheSameForAKnownAndAnUnknownAddress() {
        var known = new Resident(this.world, "is-known@example.org").subscribed(Resident.MAYOR);
        var unknown = new Resident(this.world, "not-known@example.org");
        Page first = answer(known);
        Page second = answer(unknown);
        assertThat(first.status()).isEqualTo(second.status()).isEqualTo(200);
        assertThat(first.address()).isEqualTo(second.address());
        assertThat(first.bytes()).isEqualTo(second.bytes());
        unknown.awaitLetter("onfirm");
    }

    private Page answer(Resident resident) {
        return resident.signUpForm().tick(Resident.CLEAN_AIR).type("Your email address", resident.address()).send();
    }

    private Set<URI> links(Resident resident) {
        var found = new TreeSet<URI>();
        resident.letters("")
            .stream()
            .flatMap((mail) -> Jsoup.parse(mail.html()).select("a[href^=http]").eachAttr("href").stream())
            .map(URI::create)
            .forEach(found::add);
        assertThat(found).isNotEmpty();
        return found;
    }

    private List<String> addressesIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return this.world.addresses()
            .stream()
            .filter((address) -> lower.contains(address) || lower.contains(address.replace("@", "%40")))
            .toList();
    }

}
