package newsletter.subscription.accesslink;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

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
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.personaldata.AddressTags;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.consent.Withdrawals;
import newsletter.subscription.signup.Forms;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class LinkLettersTests {

    @Autowired
    private LinkLetters letters;

    @Autowired
    private LinkWishes wishes;

    @Autowired
    private AddressTags tags;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Told told;

    private void wish(String address) {
        this.wishes.add(this.tags.tags(Forms.address(address)));
    }

    private void answerAll() {
        boolean more = true;
        while (more) {
            more = this.letters.answerNext();
        }
    }

    private List<AccessLinkRequested> linksTo(UUID subscriber) {
        return this.told.about(subscriber, AccessLinkRequested.class);
    }

    private int count(String table) {
        return this.jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    @Test
    void whoIsSubscribedGetsALinkForAnHour() {
        UUID ada = Confirmations.agree(this.beans, "ada@link.example.org", "mayor");
        wish("ADA@link.example.org");
        answerAll();
        assertThat(linksTo(ada)).singleElement().satisfies((link) -> {
            assertThat(link.expiresAt()).isEqualTo(link.occurredAt().plus(Duration.ofHours(1)));
            assertThat(link.language()).isEqualTo("en");
        });
        assertThat(count("access_link_wish")).isZero();
    }

    @Test
    void whoHasLeftMayStillSeeWhatWas() {
        UUID ada = Confirmations.agree(this.beans, "left@link.example.org", "mayor");
        Withdrawals.withdraw(this.beans, ada, "mayor", WithdrawnBy.ONE_CLICK);
        wish("left@link.example.org");
        answerAll();
        assertThat(linksTo(ada)).hasSize(1);
    }

    @Test
    void a06WhoNeverAgreedOrIsUnknownGetsNoLetterAndLeavesNoTrace() {
        Forms.send(this.beans, Forms.address("asked@link.example.org"), "mayor");
        int subscribers = count("subscriber");
        int outbox = count("outbox");
        wish("asked@link.example.org");
        wish("nobody@link.example.org");
        answerAll();
        assertThat(count("outbox")).isEqualTo(outbox);
        assertThat(count("subscriber")).isEqualTo(subscribers);
        assertThat(count("access_link_wish")).isZero();
    }

    @Test
    void i07TheFormRunsTheSameStatementsForEveryAddress() {
        Confirmations.agree(this.beans, "known@link.example.org", "mayor");
        List<String> known = statementsOf(() -> wish("known@link.example.org"));
        assertThat(known).isNotEmpty().isEqualTo(statementsOf(() -> wish("unknown@link.example.org")));
        answerAll();
        assertThat(statementsOf(() -> wish("known@link.example.org"))).isEqualTo(known);
        answerAll();
    }

    private static List<String> statementsOf(Runnable action) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var statements = new ListAppender<ILoggingEvent>();
        statements.start();
        logger.addAppender(statements);
        logger.setLevel(Level.DEBUG);
        try {
            action.run();
        }
        finally {
            logger.setLevel(null);
            logger.detachAppender(statements);
        }
        return statements.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** While an address is being answered its row is locked, and a stop-watch runs. */
    @Test
    void i07AFormDoesNotWaitForTheAnswerToAnEarlierOne() {
        UUID ada = Confirmations.agree(this.beans, "locked@link.example.org", "mayor");
        wish("locked@link.example.org");
        this.transaction.executeWithoutResult((_) -> {
            this.letters.answerNext();
            assertThat(linksTo(ada)).hasSize(1);
            // In a transaction of its own, on another connection.
            assertThat(CompletableFuture.runAsync(() -> wish("locked@link.example.org")))
                .succeedsWithin(Duration.ofSeconds(20));
        });
        answerAll();
        assertThat(linksTo(ada)).hasSize(1);
    }

    /** a thousand forms from a hundred networks, several replicas. */
    @Test
    void a06AVictimGetsOneLetterInTenMinutesAndThreeADay() throws Exception {
        UUID victim = Confirmations.agree(this.beans, "victim@link.example.org", "mayor");
        for (int i = 0; i < 1000; i++) {
            wish("victim@link.example.org");
        }
        Together.at(8, () -> {
            answerAll();
            return true;
        });
        assertThat(linksTo(victim)).hasSize(1);
        for (int letters : new int[] { 2, 3, 3 }) {
            this.clock.forward(Duration.ofMinutes(10));
            wish("victim@link.example.org");
            wish("victim@link.example.org");
            answerAll();
            assertThat(linksTo(victim)).hasSize(letters);
        }
        this.clock.forward(Duration.ofHours(24));
        wish("victim@link.example.org");
        answerAll();
        assertThat(linksTo(victim)).hasSize(4);
    }

    @Test
    void i02WhatCouldNotBeToldIsAskedForAgain() {
        UUID ada = Confirmations.agree(this.beans, "again@link.example.org", "mayor");
        wish("again@link.example.org");
        this.transaction.executeWithoutResult((status) -> {
            assertThat(this.letters.answerNext()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(linksTo(ada)).isEmpty();
        answerAll();
        assertThat(linksTo(ada)).hasSize(1);
    }

    @Test
    void lettersAreForgottenAfterADay() {
        UUID ada = Confirmations.agree(this.beans, "forget@link.example.org", "mayor");
        wish("forget@link.example.org");
        answerAll();
        this.letters.forget();
        assertThat(count("access_link WHERE subscriber_id = '" + ada + "'")).isOne();
        this.clock.forward(Duration.ofHours(24));
        this.letters.forget();
        assertThat(count("access_link")).isZero();
    }

}
