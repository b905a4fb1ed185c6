/**
 * A person before a screen. Every page that is looked at is held to what all pages
 * promise: WCAG 2.2 A and AA, nothing from another host, no broken security policy.
 */
@NullMarked
package newsletter.endtoend.browser;

import org.jspecify.annotations.NullMarked;
