package newsletter.subscription.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A line of a history. */
public record Entry(Step step, String by, Instant at, @Nullable String comment) {
}
