package newsletter.audit.ingest;

import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

import newsletter.audit.ledger.Place;
import newsletter.audit.reading.Reading;
import newsletter.audit.reading.RecordReader;
import newsletter.audit.tree.DamagedTree;
import newsletter.events.Topics;
import newsletter.inbox.Unreadable;

/**
 * Reads what the ledger is made of. One thread: the order of entries is one for all
 * topics, and a second one would only wait for the lock on the head.
 */
@Component
public class LedgerListener {

    /** Its name among the listeners of this service. */
    public static final String ID = "ledger";

    private final Intake intake;

    private volatile @Nullable String trouble;

    LedgerListener(Intake intake) {
        this.intake = intake;
    }

    /** Bytes, since bytes are hashed; a batch holds each partition's records in order. */
    @KafkaListener(id = ID, idIsGroup = false, batch = "true", concurrency = "1",
            topics = { Topics.CONSENT_EVENTS, Topics.NEWSLETTERS, Topics.EDITIONS, Topics.AUDIT_EVENTS,
                    Topics.DELIVERY_REPORTS, Topics.ACKNOWLEDGEMENTS },
            properties = { "value.deserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer",
                    "max.poll.records=2000" })
    void on(List<ConsumerRecord<String, byte[]>> records) {
        Sieve.Sifted sifted;
        try {
            sifted = this.intake.take(records.stream().map(LedgerListener::read).toList());
            this.trouble = null;
        }
        catch (RuntimeException ex) {
            this.trouble = inWords(ex);
            throw ex;
        }
        Reading.Unreadable unreadable = sifted.unreadable();
        if (unreadable != null) {
            // It is in the ledger; now it goes to the dead-letter topic, and those behind
            // it come again.
            throw new BatchListenerFailedException("Unreadable", new Unreadable(unreadable.reason()), sifted.index());
        }
    }

    /** Why nothing is taken in at present, in words for an officer. */
    public Optional<String> trouble() {
        return Optional.ofNullable(this.trouble);
    }

    private static String inWords(RuntimeException failure) {
        return switch (failure) {
            case DamagedTree damaged -> damaged.why();
            case PlaceTaken taken -> String.valueOf(taken.getMessage());
            default -> "The last batch could not be stored. It is tried again until it works.";
        };
    }

    private static Reading read(ConsumerRecord<String, byte[]> record) {
        return RecordReader.read(new Place(record.topic(), record.partition(), record.offset()), record.key(),
                record.value());
    }

}
