package newsletter.audit.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import newsletter.audit.ledger.Recorded;
import newsletter.audit.reading.Reading;
import newsletter.audit.reading.UnreadableRecord;

/** Decides what of a batch is new. */
final class Sieve {

    private final Recorded recorded;

    private final List<Reading> fresh = new ArrayList<>();

    private Sieve(Recorded recorded) {
        this.recorded = recorded;
    }

    /**
     * What is left of a batch.
     *
     * @param fresh what joins the ledger, in order; nothing behind an unreadable one
     * @param unreadable the first record that has to be put aside, known or not
     * @param index of that record in the batch
     */
    record Sifted(List<Reading> fresh, Reading.@Nullable Unreadable unreadable, int index) {
    }

    /**
     * Goes through a batch up to the first record that has to be put aside.
     * @throws PlaceTaken if another record was recorded from the place of one of them
     */
    static Sifted sift(List<Reading> batch, Recorded recorded) {
        var sieve = new Sieve(recorded);
        for (int index = 0; index < batch.size(); index++) {
            Optional<Reading.Unreadable> unreadable = sieve.take(batch.get(index));
            if (unreadable.isPresent()) {
                return new Sifted(sieve.fresh, unreadable.get(), index);
            }
        }
        return new Sifted(sieve.fresh, null, batch.size());
    }

    private Optional<Reading.Unreadable> take(Reading reading) {
        Optional<Recorded.One> here = this.recorded.at(reading.place());
        if (here.isPresent()) {
            return known(reading, here.get());
        }
        return switch (reading) {
            case Reading.Unreadable unreadable -> {
                this.fresh.add(unreadable);
                yield Optional.of(unreadable);
            }
            case Reading.Understood understood -> notSeenHere(understood);
        };
    }

    /** Something was recorded from the place of this record: it must be this record. */
    private static Optional<Reading.Unreadable> known(Reading reading, Recorded.One here) {
        if (here.type().equals(UnreadableRecord.TYPE)) {
            // Put aside again: a crash may have come between recording it and that.
            return Optional.of(reading.putAside("it was unreadable before"));
        }
        if (reading instanceof Reading.Understood understood && here.eventId().equals(understood.entry().eventId())) {
            return Optional.empty();
        }
        throw new PlaceTaken(reading.place());
    }

    private Optional<Reading.Unreadable> notSeenHere(Reading.Understood understood) {
        Optional<Recorded.One> same = this.recorded.withEventId(understood.entry().eventId());
        if (same.isPresent()) {
            return isToldAgain(understood, same.get()) ? Optional.empty() : Optional.of(reused(understood));
        }
        this.fresh.add(understood);
        this.recorded.add(understood.entry());
        return Optional.empty();
    }

    private static boolean isToldAgain(Reading.Understood understood, Recorded.One same) {
        return same.leafHash().equals(understood.entry().leafHash());
    }

    /** Dropping it as a repeat would be a way to hide what it says. */
    private Reading.Unreadable reused(Reading.Understood understood) {
        Reading.Unreadable unreadable = understood.putAside("its event id is that of another record");
        this.fresh.add(unreadable);
        return unreadable;
    }

}
