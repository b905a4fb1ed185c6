/**
 * What people see: the packaged services as processes, a browser, real mail. Nothing here
 * opens a database, and no class of a service is on the class path.
 */
@NullMarked
package newsletter.endtoend;

import org.jspecify.annotations.NullMarked;
