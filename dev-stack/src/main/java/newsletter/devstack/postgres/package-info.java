/** A real PostgreSQL, with a fresh database for whoever asks. */
@NullMarked
package newsletter.devstack.postgres;

import org.jspecify.annotations.NullMarked;
