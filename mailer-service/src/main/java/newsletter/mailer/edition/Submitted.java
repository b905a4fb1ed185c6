package newsletter.mailer.edition;

import newsletter.mailer.rendering.CompiledMail;

/**
 * What was submitted, in every form that leaves the house.
 *
 * @param html the sanitised body without any layout
 */
record Submitted(CompiledMail mail, String html, String text) {
}
