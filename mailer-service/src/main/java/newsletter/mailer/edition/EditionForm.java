package newsletter.mailer.edition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import newsletter.mailer.edition.Edition.Content;

/**
 * What the composer sends. Characters that no keyboard types are dropped as they come in:
 * a database refuses some of them, and in a header they would begin another.
 *
 * @param version which one the writer began with; absent for a new edition
 */
record EditionForm(@NotBlank(message = "Choose a newsletter") @Nullable String newsletterId,
        @NotBlank(message = "Enter a subject") @Size(max = 150,
                message = "The subject must be 150 characters or fewer") @Nullable String subject,
        @Size(max = 200_000, message = "The text must be 200,000 characters or fewer") @Nullable String markdown,
        @Nullable Integer version) {

    EditionForm {
        subject = (subject != null) ? subject.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip() : null;
        markdown = (markdown != null) ? markdown.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                : null;
    }

    static EditionForm of(Edition edition) {
        return of(edition.content(), edition.version());
    }

    static EditionForm of(Content content, int version) {
        return new EditionForm(content.newsletterId(), content.subject(), content.markdown(), version);
    }

    Content content() {
        return new Content(given(this.newsletterId), given(this.subject), given(this.markdown));
    }

    int seen() {
        return (this.version != null) ? this.version : 0;
    }

    private static String given(@Nullable String value) {
        return (value != null) ? value : "";
    }

}
