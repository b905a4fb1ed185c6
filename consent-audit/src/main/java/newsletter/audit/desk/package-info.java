/**
 * Where an officer begins: find a person, and see at a glance whether the ledger can be
 * relied on.
 */
@NullMarked
package newsletter.audit.desk;

import org.jspecify.annotations.NullMarked;
