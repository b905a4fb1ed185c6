package newsletter.subscription.erasure;

import java.util.UUID;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import newsletter.events.DeliveryReport;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.EventJson;
import newsletter.events.Topics;

/**
 * Takes the address of a farewell letter back as soon as that was handed over. In a group
 * of its own: others who read this topic read all of it too.
 */
@Component
class FarewellListener {

    private static final String LETTER_REPORTED = "\"letter-reported\"";

    private static final String ERASED = "erased";

    private final Farewell farewell;

    FarewellListener(Farewell farewell) {
        this.farewell = farewell;
    }

    @KafkaListener(topics = Topics.DELIVERY_REPORTS, groupId = "subscription-service-farewells")
    void on(String json) {
        // Most of the topic is about editions, and long.
        if (json.contains(LETTER_REPORTED)
                && EventJson.read(json, DeliveryReport.class) instanceof LetterReported letter
                && letter.letter().equals(ERASED)) {
            this.farewell.end(UUID.fromString(letter.about()));
        }
    }

}
