/**
 * What {@code script/server} runs: the servers on fixed ports, the three services as
 * processes, and an end to all of it on Ctrl-C.
 */
@NullMarked
package newsletter.devstack.server;

import org.jspecify.annotations.NullMarked;
