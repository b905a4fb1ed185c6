/**
 * Who may enter the parts that are not for the public, and what every page tells the
 * browser to forbid.
 *
 * <p>
 * A service with staff puts {@link newsletter.signin.StaffArea} on its filter chain; one
 * that has only public pages takes {@link newsletter.signin.SecurityHeaders} alone.
 * {@link newsletter.signin.DevelopmentMode} is the one switch that allows what must never
 * be allowed where a real person's data is.
 */
@NullMarked
package newsletter.signin;

import org.jspecify.annotations.NullMarked;
