package newsletter.subscription.retention;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.contact.ContactTopic;

/** What was erased from Kafka leaves its disks within hours, however quiet the topic. */
@Service
class RepeatedTombstones implements RetentionRule {

    private static final int BATCH = 1000;

    private final ContactTopic topic;

    RepeatedTombstones(ContactTopic topic) {
        this.topic = topic;
    }

    @Override
    public String name() {
        return "tombstones";
    }

    @Override
    public long due(Instant now) {
        return this.topic.countDue(now);
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.topic.oldestDue(now);
    }

    @Override
    @Transactional
    public int apply(Instant now) {
        return this.topic.eraseAgain(now, BATCH);
    }

}
