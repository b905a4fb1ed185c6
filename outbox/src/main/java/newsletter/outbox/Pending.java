package newsletter.outbox;

import org.jspecify.annotations.Nullable;

/** A row of the {@code outbox} table: true, and not told yet. */
record Pending(String topic, String key, @Nullable String payload) {
}
