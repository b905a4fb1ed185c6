package newsletter.subscription.archive;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import newsletter.events.EditionPublished;
import newsletter.events.EventJson;
import newsletter.events.Topics;

/** Keeps each published edition. Safe to repeat: an edition is kept once (I-3). */
@Component
class EditionListener {

    private final PublishedEditions editions;

    EditionListener(PublishedEditions editions) {
        this.editions = editions;
    }

    @KafkaListener(topics = Topics.EDITIONS)
    void on(String json) {
        this.editions.add(PublishedEdition.of(EventJson.read(json, EditionPublished.class)));
    }

}
