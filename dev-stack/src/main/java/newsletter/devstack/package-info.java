/**
 * Real servers for tests and laptops. Here is what a Spring test imports:
 * {@link newsletter.devstack.DevDatabase}, {@link newsletter.devstack.DevBroker},
 * {@link newsletter.devstack.DevMail}, or all three as
 * {@link newsletter.devstack.DevServices}.
 */
@NullMarked
package newsletter.devstack;

import org.jspecify.annotations.NullMarked;
