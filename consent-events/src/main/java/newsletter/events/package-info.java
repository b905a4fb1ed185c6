/**
 * The contract between the services: what happened, as records, and how it is written.
 *
 * <p>
 * A fact never carries an address, a name, an IP address or a token. The one record with
 * personal data is {@link newsletter.events.SubscriberContact}, and that is encrypted.
 * Compatible change means a new optional ({@code @Nullable}) component; anything else is
 * a new type name.
 */
@NullMarked
package newsletter.events;

import org.jspecify.annotations.NullMarked;
