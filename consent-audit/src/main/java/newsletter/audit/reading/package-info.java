/**
 * What a record says, and which bytes of it join the ledger.
 *
 * <p>
 * Nothing here touches a database: a record is read into a
 * {@link newsletter.audit.reading.Reading}, a report of deliveries is cut into its rows
 * and summed up in a {@link newsletter.audit.reading.DeliveryManifest}, and what cannot
 * be read becomes an {@link newsletter.audit.reading.UnreadableRecord}.
 */
@NullMarked
package newsletter.audit.reading;

import org.jspecify.annotations.NullMarked;
