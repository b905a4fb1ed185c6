/**
 * Which language a page is in: its address says so ({@code /pl/news}), since we set no
 * cookie, and nothing else does (ADR 0016). What is agreed to on a page is agreed to in
 * the language of the page (C-12).
 *
 * <p>
 * {@link newsletter.subscription.language.LanguageFilter} reads the address, takes the
 * language out of it, and leaves a {@link newsletter.subscription.language.PageLanguage}
 * for the layout. Controllers have an argument of type {@link java.util.Locale}.
 */
@NullMarked
package newsletter.subscription.language;

import org.jspecify.annotations.NullMarked;
