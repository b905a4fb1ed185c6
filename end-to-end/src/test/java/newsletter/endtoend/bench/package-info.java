/**
 * How fast the packaged public site is, beside what PostgreSQL alone does with the very
 * statements the site sends it: {@code script/bench signups}. Not part of the build.
 */
@NullMarked
package newsletter.endtoend.bench;

import org.jspecify.annotations.NullMarked;
