/**
 * A mailbox that takes every mail for everybody and shows exactly what it was sent.
 */
@NullMarked
package newsletter.devstack.mail;

import org.jspecify.annotations.NullMarked;
