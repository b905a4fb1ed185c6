package newsletter.audit.ingest;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import newsletter.audit.Told;
import newsletter.audit.ledger.NewEntry;
import newsletter.audit.ledger.Place;
import newsletter.audit.ledger.Recorded;
import newsletter.audit.reading.Reading;
import newsletter.audit.reading.RecordReader;
import newsletter.audit.reading.UnreadableRecord;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.Event;
import newsletter.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SieveTests {

    private final Told told = new Told();

    private final List<Recorded.One> recorded = new ArrayList<>();

    @Test
    void whatIsNewStaysInItsOrder() {
        List<Reading> batch = List.of(read(0, this.told.requested()), read(1, this.told.given()));
        assertThat(sift(batch)).isEqualTo(new Sieve.Sifted(batch, null, 2));
    }

    @Test
    void whatIsRecordedStaysOut() {
        Event event = this.told.requested();
        record(0, event);
        assertThat(sift(List.of(read(0, event))).fresh()).isEmpty();
    }

    @Test
    void whatIsToldTwiceStaysOutWhereverItStands() {
        Event event = this.told.requested();
        record(0, event);
        assertThat(sift(List.of(read(9, event))).fresh()).isEmpty();
    }

    @Test
    void theSecondOfTwoInABatchStaysOut() {
        Event event = this.told.requested();
        assertThat(sift(List.of(read(0, event), read(1, event))).fresh()).hasSize(1);
    }

    @Test
    void nothingBehindAnUnreadableRecordIsTaken() {
        Reading unreadable = unreadable(1);
        List<Reading> batch = List.of(read(0, this.told.requested()), unreadable, read(2, this.told.given()));
        Sieve.Sifted sifted = sift(batch);
        assertThat(sifted.fresh()).containsExactly(batch.get(0), unreadable);
        assertThat(sifted.unreadable()).isEqualTo(unreadable);
        assertThat(sifted.index()).isEqualTo(1);
    }

    @Test
    void anUnreadableRecordIsRecordedOnceAndPutAsideAgain() {
        recordUnreadable(1);
        Sieve.Sifted sifted = sift(List.of(unreadable(1)));
        assertThat(sifted.fresh()).isEmpty();
        assertThat(sifted.unreadable()).isNotNull();
    }

    @Test
    void whatWasUnreadableStaysSoWhenALaterVersionCouldReadIt() {
        recordUnreadable(1);
        Sieve.Sifted sifted = sift(List.of(read(1, this.told.requested())));
        assertThat(sifted.fresh()).isEmpty();
        assertThat(sifted.unreadable()).isNotNull();
    }

    @Test
    void anotherRecordUnderAKnownEventIdIsNotDroppedAsARepeat() {
        var withdrawn = this.told.withdrawn();
        var other = new ConsentWithdrawn(withdrawn.eventId(), withdrawn.subscriberId(),
                withdrawn.occurredAt().plusSeconds(1), withdrawn.consentId(), "mayor", withdrawn.by());
        record(0, withdrawn);
        Sieve.Sifted sifted = sift(List.of(read(1, other)));
        assertThat(sifted.unreadable()).isNotNull();
        assertThat(sifted.fresh()).containsExactly(sifted.unreadable());
    }

    @Test
    void nothingIsTakenFromATopicThatWasMadeAnew() {
        record(0, this.told.requested());
        assertThatExceptionOfType(PlaceTaken.class).isThrownBy(() -> sift(List.of(read(0, this.told.given()))));
        assertThatExceptionOfType(PlaceTaken.class).isThrownBy(() -> sift(List.of(unreadable(0))));
    }

    private Sieve.Sifted sift(List<Reading> batch) {
        return Sieve.sift(batch, new Recorded(this.recorded));
    }

    private void record(long offset, Event event) {
        NewEntry entry = read(offset, event).entry();
        this.recorded.add(new Recorded.One(entry.eventId(), entry.place(), entry.type(), entry.leafHash()));
    }

    private void recordUnreadable(long offset) {
        NewEntry entry = UnreadableRecord.entry(unreadable(offset), Told.ASKED);
        this.recorded.add(new Recorded.One(entry.eventId(), entry.place(), entry.type(), entry.leafHash()));
    }

    private static Reading.Understood read(long offset, Event event) {
        return (Reading.Understood) RecordReader.read(place(offset), event.key(), Told.bytes(event));
    }

    private static Reading.Unreadable unreadable(long offset) {
        return new Reading.Unreadable(place(offset), new byte[] { 1, 2, 3 }, "not UTF-8");
    }

    private static Place place(long offset) {
        return new Place(Topics.CONSENT_EVENTS, 0, offset);
    }

}
