package newsletter.mailer.letter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.Multipart;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.mail.ReceivedMail;
import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.Topics;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
class LettersOnTheWireTests {

    @Autowired
    private World world;

    @Autowired
    private EmbeddedMailbox mailbox;

    @Autowired
    private SignedLinks links;

    private final Person person = Person.somebody();

    private final String newsletter = Person.newNewsletter();

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    @BeforeEach
    void aNewsletter() {
        this.world.tell(Person.published(this.newsletter, 1, this.person.asked()));
    }

    private ReceivedMail only() {
        this.mailbox.awaitMailTo(this.person.address());
        List<ReceivedMail> mails = this.mailbox.mailsTo(this.person.address());
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private LetterReported report() {
        await().until(() -> !this.world.letterReports(this.person.subscriberId()).isEmpty());
        List<LetterReported> reports = this.world.letterReports(this.person.subscriberId());
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }

    private static String unfolded(ReceivedMail mail) {
        return mail.text().replace("\r\n", "\n");
    }

    private Link link(ReceivedMail mail, String path, Action action) {
        Matcher matcher = Pattern.compile("https://news\\.exford\\.example\\.org/" + path + "/(\\S+)")
            .matcher(mail.text());
        assertThat(matcher.find()).isTrue();
        assertThat(mail.html()).contains(matcher.group());
        return this.links.read(action, matcher.group(1)).orElseThrow();
    }

    @Test
    void whoAsksIsAskedToConfirm() throws Exception {
        SubscriptionRequested requested = this.person.requests(this.newsletter);
        this.world.tellContact(this.person);
        this.world.tell(requested);
        ReceivedMail mail = only();
        assertThat(mail.recipients()).containsExactly(this.person.address());
        assertThat(mail.header("To")).contains(this.person.address());
        assertThat(mail.subject()).isEqualTo("Please confirm your subscription");
        // C-09: what was requested, the approved words, the way to confirm, and no more.
        assertThat(unfolded(mail)).contains(Person.CONFIRMATION_MAIL, "News of " + this.newsletter,
                Person.STATEMENT.formatted(this.newsletter));
        assertThat(mail.html()).contains("News of " + this.newsletter, "If this was not you, do nothing. = 1.5 €");
        Link link = link(mail, "confirm", Action.CONFIRM);
        assertThat(link.subscriberId()).isEqualTo(this.person.subscriberId());
        assertThat(link.about()).isEqualTo(this.person.requestId().toString());
        assertThat(link.expiresAt()).isEqualTo(requested.expiresAt().truncatedTo(ChronoUnit.SECONDS));
        hasTheFormOfALetter(mail);
        LetterReported report = report();
        assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(report.letter()).isEqualTo("please-confirm");
        assertThat(report.about()).isEqualTo(this.person.requestId().toString());
        assertThat(mail.header("Message-ID")).contains("<" + report.messageId() + ">");
        assertThat(report.relayReply()).isEqualTo("250 OK");
    }

    /** M-13, M-38 to M-41, M-43, M-47. */
    private static void hasTheFormOfALetter(ReceivedMail mail) throws Exception {
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        assertThat(mail.header("List-Unsubscribe-Post")).isEmpty();
        assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
        assertThat(mail.message().isMimeType("multipart/alternative")).isTrue();
        var parts = (Multipart) mail.message().getContent();
        assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(mail.envelopeFrom()).matches("bounce\\+[0-9a-f-]{36}@bounces\\.exford\\.example\\.org");
        assertThat(mail.source()).matches("(?s)[\\x00-\\x7F]*");
        assertThat(mail.source().split("\r\n", -1)).allSatisfy((line) -> assertThat(line.length()).isLessThan(998));
        assertThat(mail.message().getHeader("Message-ID")).hasSize(1)
            .allMatch((id) -> id.endsWith("@news.exford.example.org>"));
        assertThat(mail.message().getSentDate()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(mail.html()).doesNotContain("<img", "<script", "src=");
        for (String both : List.of("City of Exford", "1 Bridge Street", "help@exford.example.org")) {
            assertThat(mail.text()).contains(both);
            assertThat(mail.html()).contains(both);
        }
    }

    /** somebody who says "This wasn't me" is not asked once more. */
    @Test
    void whoDisownsARequestIsNotAskedAboutItAnyMore() {
        SubscriptionRequested requested = this.person.requests(this.newsletter);
        this.world.tell(requested);
        this.world.tell(new RequestDisowned(UUID.randomUUID(), this.person.subscriberId(), Instant.now(),
                this.person.requestId(), Instant.now()));
        this.world.awaitRead(this.person);
        assertThat(this.world.letterStatus("please-confirm:" + this.person.requestId())).isEqualTo("dropped");
    }

    @Test
    void whicheverTopicIsReadFirst() {
        this.world.tell(this.person.requests(this.newsletter));
        this.world.awaitRead(this.person);
        assertThat(this.mailbox.mailsTo(this.person.address())).isEmpty();
        this.world.tellContact(this.person);
        assertThat(only().subject()).contains("confirm");
    }

    @Test
    void whoConfirmsGetsTheReceipt() throws Exception {
        String other = Person.newNewsletter();
        this.world.tell(Person.published(other, 1, this.person.asked()));
        this.world.tellContact(this.person);
        Instant until = this.person.asked().plus(Duration.ofDays(730));
        ConsentGiven first = this.person.consents(this.newsletter, this.person.asked(), until, 2);
        this.world.tell(first);
        this.world.awaitRead(this.person);
        assertThat(this.mailbox.mailsTo(this.person.address())).as("half a receipt").isEmpty();
        this.world.tell(this.person.consents(other, this.person.asked(), until, 2));
        ReceivedMail mail = only();
        assertThat(mail.subject()).isEqualTo("Welcome: your receipt " + this.person.receipt());
        for (String both : List.of("News of " + this.newsletter, Person.STATEMENT.formatted(this.newsletter),
                "News of " + other, Person.STATEMENT.formatted(other), this.person.receipt(), "(Europe/London)",
                this.person.asked().truncatedTo(ChronoUnit.SECONDS).toString(),
                "https://news.exford.example.org/privacy",
                "https://news.exford.example.org/wordings/" + Person.sha256(Person.PRIVACY_NOTICE),
                "https://news.exford.example.org/wordings/" + Person.sha256(Person.STATEMENT.formatted(other)),
                "data-protection@exford.example.org")) {
            assertThat(unfolded(mail)).contains(both);
            assertThat(mail.html()).contains(both);
        }
        Link link = link(mail, "unsubscribe", Action.UNSUBSCRIBE);
        assertThat(link.subscriberId()).isEqualTo(this.person.subscriberId());
        assertThat(List.of(this.newsletter, other)).contains(link.about());
        assertThat(link.expiresAt()).isNull();
        assertThat(link(mail, "receipts", Action.RECEIPT))
            .isEqualTo(new Link(Action.RECEIPT, this.person.subscriberId(), this.person.receipt(), null));
        assertThat(link(mail, "preferences", Action.PREFERENCES).subscriberId()).isEqualTo(this.person.subscriberId());
        hasTheFormOfALetter(mail);
        assertThat(report().letter()).isEqualTo("welcome");
    }

    /** It names no newsletter: it goes wherever somebody typed a known address. */
    @Test
    void whoAsksForALinkGetsOneThatLivesAsLongAsWasSaid() throws Exception {
        AccessLinkRequested requested = this.person.asksForALink(Duration.ofHours(1));
        this.world.tell(this.person.consents(this.newsletter, this.person.asked().minus(Duration.ofDays(30)),
                this.person.asked().plus(Duration.ofDays(30)), 1));
        this.world.tellContact(this.person);
        this.world.tell(requested, requested);
        ReceivedMail mail = only();
        assertThat(mail.recipients()).containsExactly(this.person.address());
        assertThat(mail.subject()).isEqualTo("Your link to manage your newsletters");
        assertThat(link(mail, "preferences", Action.PREFERENCES)).isEqualTo(new Link(Action.PREFERENCES,
                this.person.subscriberId(), SignedLinks.OWNER, requested.expiresAt().truncatedTo(ChronoUnit.SECONDS)));
        for (String both : List.of("(Europe/London)", "https://news.exford.example.org/privacy",
                "If this was not you, do nothing.")) {
            assertThat(mail.text()).contains(both);
            assertThat(mail.html()).contains(both);
        }
        assertThat(mail.text() + mail.html()).doesNotContain(this.newsletter, this.person.address());
        hasTheFormOfALetter(mail);
        assertThat(report().letter()).isEqualTo("your-link");
        assertThat(report().about()).isEqualTo(requested.eventId().toString());
    }

    @Test
    void anEventToldAgainMailsNobodyAgain() {
        SubscriptionRequested requested = this.person.requests(this.newsletter);
        this.world.tellContact(this.person);
        this.world.tell(requested, requested);
        only();
        report();
        this.world.tellContact(this.person);
        this.world.tell(requested);
        this.world.awaitRead(this.person);
        only();
        report();
    }

    @Test
    void aRefusalIsReportedWithoutTheAddress() {
        this.mailbox.refuse(this.person.address(), "550 5.1.1 <" + this.person.address() + ">: unknown here");
        this.world.tellContact(this.person);
        this.world.tell(this.person.requests(this.newsletter));
        LetterReported report = report();
        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.relayReply()).isEqualTo("550 5.1.1 […]: unknown here");
        assertThat(this.mailbox.mailsTo(this.person.address())).isEmpty();
    }

    @Test
    void aLetterThatIsPutOffComesLater() {
        this.mailbox.refuse(this.person.address(), "451 4.7.1 Greylisted");
        this.world.tellContact(this.person);
        this.world.tell(this.person.requests(this.newsletter));
        String key = "please-confirm:" + this.person.requestId();
        await().until(
                () -> this.world.count("SELECT coalesce(max(attempts), 0) FROM letter WHERE letter_key = ?", key) > 0);
        assertThat(this.world.letterReports(this.person.subscriberId())).isEmpty();
        this.mailbox.accept(this.person.address());
        only();
    }

    @Test
    void whileTheMailServerIsAwayLettersWait() {
        this.mailbox.stop();
        try {
            this.world.tellContact(this.person);
            this.world.tell(this.person.requests(this.newsletter));
            this.world.awaitRead(this.person);
            // It may be taken up, and is put back.
            String key = "please-confirm:" + this.person.requestId();
            await().until(() -> this.world.letterStatus(key).equals("waiting"));
        }
        finally {
            this.mailbox.start();
        }
        only();
        assertThat(report().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    /**
     * M-50: the answer is lost, once; the letter comes twice and says that it is the
     * same.
     */
    @Test
    void aLetterInDoubtIsSentOnceMoreUnderTheSameMessageId() {
        var times = new AtomicInteger();
        this.mailbox.onMail((mail) -> {
            if (mail.isTo(this.person.address()) && times.incrementAndGet() == 1) {
                restart();
            }
        });
        this.world.tellContact(this.person);
        this.world.tell(this.person.requests(this.newsletter));
        await().until(() -> this.mailbox.mailsTo(this.person.address()).size() == 2);
        assertThat(this.mailbox.mailsTo(this.person.address())).extracting((mail) -> mail.header("Message-ID"))
            .containsOnly(this.mailbox.mailsTo(this.person.address()).getFirst().header("Message-ID"));
        assertThat(report().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aLetterInDoubtTwiceIsLeftAndSaysSo() {
        this.mailbox.onMail((mail) -> {
            if (mail.isTo(this.person.address())) {
                restart();
            }
        });
        this.world.tellContact(this.person);
        this.world.tell(this.person.requests(this.newsletter));
        assertThat(report().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(this.mailbox.mailsTo(this.person.address())).hasSize(2);
    }

    /** The connections of all who send are cut before they are answered. */
    private void restart() {
        this.mailbox.stop();
        this.mailbox.start();
    }

    @Test
    void whoWasErasedIsNotWrittenTo() {
        this.world.tellContact(this.person);
        this.world.tellErasure(this.person.subscriberId());
        await().until(() -> this.world.count("SELECT count(*) FROM contact WHERE subscriber_id = ? AND address IS NULL",
                this.person.subscriberId()) == 1);
        this.world.tell(this.person.requests(this.newsletter));
        this.world.tellContact(this.person);
        this.world.awaitRead(this.person);
        assertThat(this.world.letterStatus("please-confirm:" + this.person.requestId())).isEqualTo("waiting");
        assertThat(this.mailbox.mailsTo(this.person.address())).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadIsPutAsideWithTheReasonAndTheNextIsRead() {
        String key = this.person.subscriberId().toString();
        String nobody = "nobody-" + key;
        this.world.tellText(Topics.CONSENT_EVENTS, key, "{\"type\":\"nonsense\"}");
        this.world.tellText(Topics.SUBSCRIBER_CONTACTS, nobody, "");
        this.world.tellText(Topics.NEWSLETTERS, nobody, "{\"type\":");
        this.world.tellContact(this.person);
        this.world.tell(this.person.requests(this.newsletter));
        only();
        await().until(() -> !this.world.reasonsAside(Topics.NEWSLETTERS, nobody).isEmpty());
        await().until(() -> !this.world.reasonsAside(Topics.SUBSCRIBER_CONTACTS, nobody).isEmpty());
        assertThat(this.world.reasonsAside(Topics.CONSENT_EVENTS, key)).singleElement()
            .asString()
            .startsWith("InvalidTypeIdException");
    }

    @Test
    void noTableHoldsAnAddressInClear() {
        this.world.tellContact(this.person);
        this.world.tell(this.person.requests(this.newsletter));
        only();
        report();
        assertThat(this.world.count("SELECT count(*) FROM contact WHERE position(?::bytea IN address) > 0",
                this.person.address().getBytes(StandardCharsets.UTF_8)))
            .isZero();
        for (String table : List.of("letter", "contact", "outbox")) {
            assertThat(this.world.count("SELECT count(*) FROM " + table + " AS row WHERE row::text LIKE ?",
                    "%" + this.person.address() + "%"))
                .as(table)
                .isZero();
        }
    }

}
