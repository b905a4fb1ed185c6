package newsletter.subscription.newaddress;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.AddressChangeLapsed;
import newsletter.events.ConsentEvent.AddressChangeRequested;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressTags;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.erasure.Erasure;
import newsletter.subscription.erasure.Erasure.By;
import newsletter.subscription.signup.Forms;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class WishesTests {

    @Autowired
    private Wishes wishes;

    @Autowired
    private AddressCipher cipher;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private UUID agrees(String name) {
        return Confirmations.agree(this.beans, name + "@wishes.example.org", "mayor");
    }

    private void wish(UUID subscriber, String address) {
        this.wishes.add(subscriber, Forms.address(address));
    }

    private List<AddressChangeRequested> asked(UUID subscriber) {
        return this.told.about(subscriber, AddressChangeRequested.class);
    }

    @Test
    void c23TheNewMailboxIsAskedAndNothingElseChanges() {
        UUID ada = agrees("ada");
        wish(ada, "Ada@new.wishes.example.org");
        AddressChangeRequested asked = asked(ada).getFirst();
        assertThat(asked.expiresAt()).isEqualTo(asked.occurredAt().plus(Duration.ofDays(7)));
        SubscriberContact lent = this.told.on(Topics.SUBSCRIBER_CONTACTS, asked.contactId(), SubscriberContact.class)
            .getFirst();
        assertThat(lent.lentUntil()).isEqualTo(asked.expiresAt());
        assertThat(this.cipher.decryptAddress(asked.contactId(), Base64.getDecoder().decode(lent.address())).mailbox())
            .isEqualTo("Ada@new.wishes.example.org");
        assertThat(this.jdbc.sql("SELECT moved_at IS NULL FROM subscriber WHERE id = :id")
            .param("id", ada)
            .query(Boolean.class)
            .single()).isTrue();
    }

    @Test
    void twoWishesAreNotOpenAtOnceAndTheEarlierAddressIsDeleted() {
        UUID ada = agrees("twice");
        wish(ada, "first@new.wishes.example.org");
        wish(ada, "second@new.wishes.example.org");
        assertThat(asked(ada)).hasSize(2);
        assertThat(this.told.about(ada, AddressChangeLapsed.class)).singleElement()
            .extracting(AddressChangeLapsed::changeId)
            .isEqualTo(asked(ada).getFirst().changeId());
        assertThat(lent(asked(ada).getFirst().contactId())).isZero();
        assertThat(lent(asked(ada).getLast().contactId())).isOne();
    }

    private int lent(UUID contact) {
        return this.jdbc.sql("SELECT count(*) FROM lent_address WHERE id = :id")
            .param("id", contact)
            .query(Integer.class)
            .single();
    }

    @Test
    void a01AMailboxGetsThreeLettersADayWhoeverAsksAndWhereverTheyAsk() throws Exception {
        List<UUID> people = List.of(agrees("one"), agrees("two"), agrees("three"), agrees("four"));
        Together.at(20, () -> {
            wish(people.getFirst(), "victim@new.wishes.example.org");
            return true;
        });
        assertThat(asked(people.getFirst())).as("of twenty at once").hasSize(1);
        for (UUID person : people) {
            wish(person, "vic.tim+more@new.wishes.example.org");
            this.clock.forward(Duration.ofMinutes(10));
            wish(person, "victim@new.wishes.example.org");
        }
        assertThat(people.stream().mapToInt((person) -> asked(person).size()).sum()).isEqualTo(3);
        Forms.send(this.beans, Forms.address("victim@new.wishes.example.org"), "mayor");
        assertThat(this.jdbc.sql("SELECT count(*) FROM budgeted_letter WHERE newsletters = 'mayor' AND tag = :tag")
            .param("tag", this.beans.getBean(AddressTags.class).tag(Forms.address("victim@new.wishes.example.org")))
            .query(Integer.class)
            .single()).as("a sign-up counts with them").isZero();
    }

    @Test
    void a01APersonHasThreeMailboxesAskedADay() {
        UUID ada = agrees("many");
        for (int i = 0; i < 6; i++) {
            wish(ada, "victim" + i + "@many.wishes.example.org");
        }
        assertThat(asked(ada)).hasSize(3);
        this.clock.forward(Duration.ofDays(1));
        wish(ada, "victim9@many.wishes.example.org");
        assertThat(asked(ada)).hasSize(4);
    }

    @Test
    void a15ARoleAddressAndOnesOwnGetNoLetter() {
        UUID ada = agrees("own");
        wish(ada, "OWN@wishes.example.org");
        wish(ada, "postmaster@new.wishes.example.org");
        assertThat(asked(ada)).isEmpty();
        assertThat(this.told.about(ada, AddressChangeLapsed.class)).isEmpty();
    }

    @Test
    void c25AnAddressThatIsNotWrittenToAnyMoreGetsNoLetter() {
        UUID ada = agrees("wants");
        this.beans.getBean(Erasure.class).erase(agrees("gone"), By.RESIDENT, true);
        wish(ada, "gone@wishes.example.org");
        assertThat(asked(ada)).isEmpty();
    }

    /** A letter that may not be sent does not end one that was. */
    @Test
    void whatIsRefusedEndsNothing() {
        UUID ada = agrees("refused");
        wish(ada, "good@new.wishes.example.org");
        wish(ada, "postmaster@new.wishes.example.org");
        assertThat(asked(ada)).hasSize(1);
        assertThat(this.told.about(ada, AddressChangeLapsed.class)).isEmpty();
    }

    @Test
    void i07EveryAddressCostsTheSameStatements() {
        agrees("known");
        List<String> unknown = statementsOf(agrees("a"), "unknown@new.wishes.example.org");
        assertThat(unknown).isNotEmpty()
            .isEqualTo(statementsOf(agrees("b"), "known@wishes.example.org"))
            .isEqualTo(statementsOf(agrees("c"), "c@wishes.example.org"))
            .isEqualTo(statementsOf(agrees("d"), "postmaster@new.wishes.example.org"))
            .isEqualTo(statementsOf(agrees("e"), "unknown@new.wishes.example.org"));
    }

    private List<String> statementsOf(UUID subscriber, String address) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var statements = new ListAppender<ILoggingEvent>();
        statements.start();
        logger.addAppender(statements);
        logger.setLevel(Level.DEBUG);
        try {
            wish(subscriber, address);
        }
        finally {
            logger.setLevel(null);
            logger.detachAppender(statements);
        }
        return statements.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

}
