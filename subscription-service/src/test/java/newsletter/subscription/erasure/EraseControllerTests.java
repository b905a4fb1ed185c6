package newsletter.subscription.erasure;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.personaldata.SignedLinks.Action;
import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class EraseControllerTests {

    private final String address = "erase-" + UUID.randomUUID() + "@erase.example.org";

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UUID subscriber = new UUID(0, 0);

    /** Sent to the mailbox a moment ago. */
    private String fresh = "";

    /** From a newsletter, that may have been passed on. */
    private String old = "";

    @BeforeEach
    void subscribe() {
        this.visitor.takesUp(this.address, "mayor", "clean-air");
        this.subscriber = this.visitor.subscriberId(this.address);
        this.fresh = link("owner", Duration.ofHours(1));
        this.old = link("subscriber", Duration.ofDays(90));
    }

    private String link(String about, Duration validity) {
        return this.visitor.link(Action.PREFERENCES, this.subscriber, about, this.clock.instant().plus(validity))
            .replace("/preferences/", "/erase/");
    }

    private boolean isErased() {
        return this.jdbc.sql("SELECT erased_at IS NOT NULL FROM subscriber WHERE id = :id")
            .param("id", this.subscriber)
            .query(Boolean.class)
            .single();
    }

    private Document follow(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return Visitor.page(this.visitor.get(response.headers().firstValue("Location").orElseThrow()));
    }

    @Test
    void c24AFreshLinkAChoiceAndAButtonErase() {
        HttpResponse<String> page = this.visitor.get(this.fresh);
        assertThat(page.body()).doesNotContain(this.address).contains("noindex");
        Document document = Visitor.page(page);
        assertThat(document.select("h1").text()).isEqualTo("Erase your data");
        assertThat(document.select("input[type=radio]").eachAttr("value")).containsExactly("no", "yes");
        assertThat(document.select("input[checked]")).isEmpty();
        assertThat(document.text()).contains("random number", "cannot be undone");
        Document done = follow(this.visitor.post(this.fresh, "suppress", "no"));
        assertThat(done.select("h1").text()).isEqualTo("Your data is erased");
        assertThat(isErased()).isTrue();
        assertThat(this.visitor.isKnown(this.address)).isFalse();
        assertThat(follow(this.visitor.post(this.fresh, "suppress", "yes")).text()).contains("Your data is erased");
    }

    /** a newsletter was passed on, and its reader has the link. */
    @Test
    void a09TheLinkInANewsletterErasesNobody() {
        Document page = Visitor.page(this.visitor.get(this.old));
        assertThat(page.select("input[type=radio]")).isEmpty();
        for (String answer : List.of("yes", "no", "")) {
            assertThat(this.visitor.post(this.old, "suppress", answer).statusCode()).isEqualTo(422);
        }
        assertThat(isErased()).isFalse();
        Document asked = follow(this.visitor.post(this.old + "/link"));
        assertThat(asked.select("h1").text()).isEqualTo("Check your email");
        assertThat(links()).isEqualTo(1);
        this.visitor.post(this.old + "/link");
        assertThat(links()).isEqualTo(1);
    }

    private long links() {
        return this.jdbc.sql("SELECT count(*) FROM access_link WHERE subscriber_id = :id")
            .param("id", this.subscriber)
            .query(Long.class)
            .single();
    }

    /** a scanner presses what it finds, and fills in nothing. */
    @Test
    void a03AButtonThatAMachinePressesErasesNobody() {
        HttpResponse<String> response = this.visitor.post(this.fresh);
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Visitor.page(response);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.select(".govuk-error-summary a[href=#suppress]").text())
            .isEqualTo("Select whether somebody may sign this address up again");
        assertThat(page.select("#suppress")).hasSize(1);
        assertThat(isErased()).isFalse();
    }

    @Test
    void i06LookingErasesNobody() {
        for (int i = 0; i < 20; i++) {
            this.visitor.get(this.fresh + "?suppress=yes&sent");
            this.visitor.send(this.visitor.request(this.fresh).HEAD());
        }
        assertThat(isErased()).isFalse();
    }

    @Test
    void aLinkWhoseTimeIsOverErasesNobody() {
        String over = link("owner", Duration.ofSeconds(-1));
        assertThat(this.visitor.get(over).statusCode()).isEqualTo(410);
        assertThat(this.visitor.post(over, "suppress", "no").statusCode()).isEqualTo(410);
        assertThat(this.visitor.post(over + "/link").statusCode()).isEqualTo(410);
        assertThat(isErased()).isFalse();
        assertThat(links()).isZero();
    }

    /** C-23: who reads the mailbox that was left does not erase who left it. */
    @Test
    void aFreshLinkFromBeforeAChangeOfAddressErasesNobody() {
        this.jdbc.sql("UPDATE subscriber SET moved_at = :at WHERE id = :id")
            .param("at", Timestamp.from(this.clock.instant().plusSeconds(1)))
            .param("id", this.subscriber)
            .update();
        assertThat(this.visitor.post(this.fresh, "suppress", "no").statusCode()).isEqualTo(410);
        assertThat(isErased()).isFalse();
    }

    @Test
    void aLinkForSomethingElseOrNobodyErasesNobody() {
        String other = this.visitor.link(Action.UNSUBSCRIBE, this.subscriber, "owner", null)
            .replace("/unsubscribe/", "/erase/");
        assertThat(this.visitor.post(other, "suppress", "no").statusCode()).isEqualTo(404);
        this.subscriber = UUID.randomUUID();
        assertThat(this.visitor.get(link("owner", Duration.ofHours(1))).statusCode()).isEqualTo(404);
    }

    /**
     * C-17: whoever presses later hears that nothing comes any more, and nothing happens.
     */
    @Test
    void oldLinksOfTheErasedAnswerAndChangeNothing() {
        String unsubscribe = this.visitor.unsubscribeLink(this.address, "mayor");
        String receipt = this.visitor.receiptLink(this.address);
        this.visitor.post(unsubscribe);
        this.visitor.post(this.fresh, "suppress", "no");
        String before = events();
        assertThat(this.visitor.get(unsubscribe).statusCode()).isEqualTo(200);
        assertThat(Visitor.page(this.visitor.get(unsubscribe)).select("form")).isEmpty();
        String oneClick = unsubscribe.replace("/unsubscribe/", "/one-click/");
        assertThat(this.visitor.post(oneClick, "List-Unsubscribe", "One-Click").statusCode()).isEqualTo(200);
        assertThat(this.visitor.post(unsubscribe).statusCode()).isEqualTo(303);
        assertThat(this.visitor.post(unsubscribe + "/undo").statusCode()).isEqualTo(303);
        assertThat(this.visitor.get(receipt).statusCode()).isEqualTo(200);
        assertThat(this.visitor.get(this.fresh.replace("/erase/", "/preferences/")).statusCode()).isEqualTo(404);
        assertThat(events()).isEqualTo(before);
    }

    private String events() {
        return this.jdbc.sql("SELECT string_agg(c::text, ' ' ORDER BY id) FROM consent c WHERE subscriber_id = :id")
            .param("id", this.subscriber)
            .query(String.class)
            .single();
    }

}
