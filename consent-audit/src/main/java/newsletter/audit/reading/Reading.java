package newsletter.audit.reading;

import java.util.List;

import newsletter.audit.ledger.NewEntry;
import newsletter.audit.ledger.Place;
import newsletter.events.Event;

/** What came of reading a record. */
public sealed interface Reading {

    /** Where the record stood. */
    Place place();

    /** The record's bytes. */
    byte[] value();

    /** As one that is not to be taken in, for a reason that does not quote it. */
    default Unreadable putAside(String reason) {
        return new Unreadable(place(), value(), reason);
    }

    /**
     * It says something.
     *
     * @param entry what joins the ledger
     * @param event what it says
     * @param rows the rows of a delivery report, each as its exact bytes; else none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Understood(NewEntry entry, Event event, List<byte[]> rows, byte[] value) implements Reading {

        @Override
        public Place place() {
            return this.entry.place();
        }

    }

    /**
     * It can never be read.
     *
     * @param reason without a word of what is in it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Unreadable(Place place, byte[] value, String reason) implements Reading {
    }

}
