package newsletter.audit.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import newsletter.audit.Told;
import newsletter.audit.ledger.Place;
import newsletter.audit.reading.Reading;
import newsletter.audit.reading.RecordReader;
import newsletter.events.Event;

/** Takes records in as Kafka would hand them over, each at an offset of its own. */
public class Batches {

    private static final AtomicLong NEXT_OFFSET = new AtomicLong();

    private final Intake intake;

    Batches(Intake intake) {
        this.intake = intake;
    }

    static List<Reading> of(Event... events) {
        return new ArrayList<>(Arrays.stream(events)
            .map((event) -> RecordReader.read(new Place(event.topic(), 0, NEXT_OFFSET.incrementAndGet()), event.key(),
                    Told.bytes(event)))
            .toList());
    }

    /** They join the ledger in this order. */
    public void take(Event... events) {
        this.intake.take(of(events));
    }

}
