package newsletter.audit.ingest;

import newsletter.audit.ledger.Place;

/**
 * Kafka holds another record where one was recorded from. A topic was made anew, or
 * somebody rewrote it; nothing is taken in until that is explained.
 */
final class PlaceTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlaceTaken(Place place) {
        super("Kafka holds another record at %s than the one that was recorded from there. ".formatted(place)
                + "The topic was made anew or rewritten.");
    }

}
