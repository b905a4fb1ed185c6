/**
 * What is turned away at the door, before any page is asked: too much at once, and forms
 * that another site sends.
 */
@NullMarked
package newsletter.subscription.abuse;

import org.jspecify.annotations.NullMarked;
