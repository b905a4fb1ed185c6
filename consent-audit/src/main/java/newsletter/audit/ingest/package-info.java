/**
 * Takes records from Kafka into the ledger: in order, each once, none left out.
 *
 * <p>
 * {@link newsletter.audit.ingest.Sieve} decides what is new,
 * {@link newsletter.audit.ingest.Intake} puts it into the ledger and the tables that are
 * derived from it in one transaction.
 */
@NullMarked
package newsletter.audit.ingest;

import org.jspecify.annotations.NullMarked;
