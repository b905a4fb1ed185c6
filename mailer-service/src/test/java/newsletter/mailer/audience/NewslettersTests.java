package newsletter.mailer.audience;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.Text;
import newsletter.events.NewsletterPublished.Wording;
import newsletter.inbox.Unreadable;
import newsletter.mailer.Person;
import newsletter.mailer.TableTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class NewslettersTests {

    @Autowired
    private Newsletters newsletters;

    @Autowired
    private JdbcClient jdbc;

    private final String id = Person.newNewsletter();

    @Test
    void aNewsletterIsFoundAsItIsNow() {
        this.newsletters.learn(Person.published(this.id, 1, Instant.now()));
        this.newsletters.learn(Person.published(this.id, 2, Instant.now().plusSeconds(1)));
        assertThat(this.newsletters.find(this.id))
            .contains(new Newsletter(this.id, "News of " + this.id, "To tell what is new.", 2, "The Mayor’s office",
                    this.id + "@news.exford.example.org", "Every week", "en"));
        assertThat(this.newsletters.all()).extracting(Newsletter::id).containsOnlyOnce(this.id);
    }

    @Test
    void anOlderStateReadAgainChangesNothing() {
        this.newsletters.learn(Person.published(this.id, 2, Instant.now()));
        this.newsletters.learn(Person.published(this.id, 1, Instant.now().minusSeconds(1)));
        assertThat(this.newsletters.find(this.id)).map(Newsletter::purposeVersion).contains(2);
    }

    @Test
    void whatItIsCalledInOtherLanguagesIsWhatWasToldLast() {
        NewsletterPublished first = Person.published(this.id, 1, Instant.now());
        this.newsletters.learn(translated(first, first.occurredAt(), new Text("pl", "Nazwa", "Cel", "Co tydzień"),
                new Text("cy", "Enw", "Diben", "Wythnosol")));
        this.newsletters
            .learn(translated(first, first.occurredAt().plusSeconds(1), new Text("pl", "Nowa", "Cel", "Co tydzień")));
        assertThat(names()).containsExactly("pl Nowa");
        this.newsletters.learn(first);
        assertThat(names()).containsExactly("pl Nowa");
    }

    private List<String> names() {
        return this.jdbc.sql("SELECT language || ' ' || name FROM newsletter_text WHERE newsletter_id = :id")
            .param("id", this.id)
            .query(String.class)
            .list();
    }

    private static NewsletterPublished translated(NewsletterPublished told, Instant at, Text... texts) {
        return new NewsletterPublished(told.eventId(), told.newsletterId(), at, told.purposeVersion(), told.name(),
                told.purpose(), told.sender(), told.senderAddress(), told.frequency(), told.lawfulBasis(),
                told.directMarketing(), told.validity(), told.language(), told.wordings(), List.of(texts));
    }

    @Test
    void aWordingThatIsNotWhatItsHashSaysIsUnreadable() {
        NewsletterPublished good = Person.published(this.id, 1, Instant.now());
        Wording wording = good.wordings().getFirst();
        var forged = new Wording(wording.sha256(), wording.kind(), wording.version(), wording.language(),
                wording.effectiveFrom(), wording.text() + " And more.");
        var published = new NewsletterPublished(good.eventId(), this.id, good.occurredAt(), 1, good.name(),
                good.purpose(), good.sender(), good.senderAddress(), good.frequency(), good.lawfulBasis(), true,
                good.validity(), good.language(), List.of(forged));
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> this.newsletters.learn(published));
    }

}
