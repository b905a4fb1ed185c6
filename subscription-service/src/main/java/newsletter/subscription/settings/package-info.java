/** What staff decide about a newsletter: its purpose, its sender and its terms. */
@NullMarked
package newsletter.subscription.settings;

import org.jspecify.annotations.NullMarked;
