/**
 * The mailbox in a browser: a list, and one mail with its headers, its HTML in a sandbox,
 * its text and its source.
 */
@NullMarked
package newsletter.devstack.inbox;

import org.jspecify.annotations.NullMarked;
