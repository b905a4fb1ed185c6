package newsletter.subscription.review;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.subscription.TableTest;
import newsletter.subscription.Together;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.review.Review.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class ReviewsTests {

    @Autowired
    private Reviews reviews;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Review begin(String subject, String by) {
        return new TransactionTemplate(this.transactions).execute((_) -> this.reviews.begin(subject, by));
    }

    private Review submitted(String subject) {
        Review draft = begin(subject, "editor");
        return new TransactionTemplate(this.transactions).execute((_) -> this.reviews.submit(draft.id(), 1, "editor"));
    }

    private Review published(String subject) {
        Review submitted = submitted(subject);
        return new TransactionTemplate(this.transactions)
            .execute((_) -> this.reviews.publish(submitted.id(), 2, "first", "dpo"));
    }

    @Test
    void whatIsRememberedIsWhatWasDecided() {
        Review submitted = submitted("test:remembered");
        assertThat(this.reviews.open("test:remembered")).contains(submitted);
        this.reviews.sendBack(submitted.id(), 2, "The date", "dpo");
        assertThat(this.reviews.open("test:remembered")).map(Review::state).contains(State.DRAFT);
        assertThat(this.reviews.history("test:remembered")).extracting(Entry::step)
            .containsExactly(Step.SENT_BACK, Step.SUBMITTED, Step.WRITTEN);
        assertThat(this.reviews.history("test:remembered").getFirst().comment()).isEqualTo("The date");
        published("test:another");
        assertThat(this.reviews.open("test:another")).isEmpty();
    }

    @Test
    void thereIsOneOpenProposalForASubject() {
        Review first = begin("test:one", "editor");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> begin("test:one", "second"))
            .satisfies((refused) -> assertThat(refused.reason()).isEqualTo(Reason.ALREADY_OPEN));
        this.reviews.discard(first.id(), 1, "editor");
        assertThat(begin("test:one", "second").authors()).containsExactly("second");
    }

    @Test
    void aStepIsTakenWithItsContentOrNotAtAll() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
            .isThrownBy(() -> this.reviews.begin("test:alone", "editor"));
    }

    @Test
    void ofTwentyWhoDecideAtOnceOneDoes() throws Exception {
        Review submitted = submitted("test:race");
        List<Boolean> done = Together.at(20, () -> {
            try {
                this.reviews.sendBack(submitted.id(), 2, "No", "dpo");
                return true;
            }
            catch (Refused ex) {
                return false;
            }
        });
        assertThat(done).containsOnlyOnce(true);
        assertThat(this.reviews.history("test:race")).hasSize(3);
    }

    private void refusedByTheDatabase(String sql, UUID id) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).as(sql)
            .isThrownBy(() -> this.jdbc.sql(sql).param("id", id).update());
    }

    @Test
    void c13TwoPairsOfEyesAreARuleOfTheDatabaseToo() {
        UUID id = submitted("test:eyes").id();
        refusedByTheDatabase("""
                UPDATE review SET state = 'published', published_by = 'editor', published_at = now() WHERE id = :id
                """, id);
        refusedByTheDatabase("UPDATE review SET state = 'published' WHERE id = :id", id);
        refusedByTheDatabase("UPDATE review SET authors = ARRAY['somebody'] WHERE id = :id", id);
        refusedByTheDatabase("UPDATE review SET authors = ARRAY[]::text[] WHERE id = :id", id);
    }

    @Test
    void whatWasDecidedStaysDecided() {
        UUID id = published("test:decided").id();
        refusedByTheDatabase("""
                UPDATE review SET state = 'draft', submitted_by = NULL, submitted_at = NULL, published_by = NULL,
                    published_at = NULL
                WHERE id = :id
                """, id);
        refusedByTheDatabase("UPDATE review SET published_by = 'another' WHERE id = :id", id);
        refusedByTheDatabase("DELETE FROM review WHERE id = :id", id);
    }

    @Test
    void whoDidWhatIsOnlyAddedTo() {
        UUID id = published("test:history").id();
        refusedByTheDatabase("UPDATE review_step SET done_by = 'another' WHERE review_id = :id", id);
        refusedByTheDatabase("DELETE FROM review_step WHERE review_id = :id", id);
        for (String table : new String[] { "review_step", "review" }) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> this.jdbc.sql("TRUNCATE " + table + " CASCADE").update());
        }
    }

}
