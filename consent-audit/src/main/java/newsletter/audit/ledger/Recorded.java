package newsletter.audit.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import newsletter.audit.tree.Hash;

/** What the ledger has already of the records at hand. */
public final class Recorded {

    /** A recorded one. */
    public record One(UUID eventId, Place place, String type, Hash leafHash) {
    }

    private final Map<UUID, One> byEventId = new HashMap<>();

    private final Map<Place, One> byPlace = new HashMap<>();

    public Recorded(Collection<One> known) {
        known.forEach(this::add);
    }

    /** So that the second of two in one batch is known as well. */
    public void add(NewEntry entry) {
        add(new One(entry.eventId(), entry.place(), entry.type(), entry.leafHash()));
    }

    public Optional<One> withEventId(UUID eventId) {
        return Optional.ofNullable(this.byEventId.get(eventId));
    }

    public Optional<One> at(Place place) {
        return Optional.ofNullable(this.byPlace.get(place));
    }

    private void add(One one) {
        this.byEventId.put(one.eventId(), one);
        this.byPlace.put(one.place(), one);
    }

}
