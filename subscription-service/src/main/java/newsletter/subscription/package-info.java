/**
 * The public site. Residents ask for newsletters ({@code signup}), say that they mean it
 * ({@code confirmation}), keep a receipt ({@code receipt}), leave ({@code consent}), look
 * at all they agreed to ({@code preferences}) by a link from their mailbox
 * ({@code accesslink}) and read ({@code archive}); there are no accounts, since a mailbox
 * is the proof, and no cookies. Staff have an area of their own ({@code desk}), off
 * unless it is switched on, where newsletters ({@code settings}) and wordings
 * ({@code wordings}) are proposed and published after a {@code review}. Here is what
 * holds it together: keys, topics, headers, and what is shown when a part is missing.
 */
@NullMarked
package newsletter.subscription;

import org.jspecify.annotations.NullMarked;
