/**
 * Looks at the whole ledger again, byte for byte, as somebody who trusts nothing that is
 * stored: on start, every night, and when an officer asks.
 */
@NullMarked
package newsletter.audit.integrity;

import org.jspecify.annotations.NullMarked;
