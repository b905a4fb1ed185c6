/** The packaged services, as they are started on this machine. */
@NullMarked
package newsletter.devstack.program;

import org.jspecify.annotations.NullMarked;
