package newsletter.subscription.settings;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A newsletter as it is.
 *
 * @param purposeVersion rises when people have to be asked anew
 * @param publishedAt absent if it is not
 * @param purposeSince since when it has this purpose, if it had another one before
 */
record Present(String id, int purposeVersion, Settings settings, @Nullable Instant publishedAt,
        @Nullable Instant purposeSince, @Nullable Instant closedAt) {

    public boolean isClosed() {
        return this.closedAt != null;
    }

}
