/**
 * The staff area, {@code /staff}: who may come in and where they find what. It is off
 * unless {@code sign-in.enabled} is set; then no bean, no page and no cookie of it
 * exists.
 *
 * <p>
 * A subject with pages for staff has a {@link newsletter.subscription.desk.Place} here,
 * which is its line in the navigation and says which roles it is for, and controllers of
 * its own that are {@link newsletter.subscription.desk.StaffController}s.
 */
@NullMarked
package newsletter.subscription.desk;

import org.jspecify.annotations.NullMarked;
