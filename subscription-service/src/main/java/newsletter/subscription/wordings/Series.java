package newsletter.subscription.wordings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import newsletter.events.NewsletterPublished.WordingKind;

/**
 * All versions of one wording in one language.
 *
 * @param newsletterId absent if it is for every newsletter of the city
 */
record Series(WordingKind kind, @Nullable String newsletterId, String language) {

    static final String SUBJECT = "wording:";

    String subject() {
        return SUBJECT + name();
    }

    /** In addresses: {@code privacy-notice_en}, {@code consent-statement_en_mayor}. */
    public String name() {
        String name = kindKey() + "_" + this.language;
        return (this.newsletterId != null) ? name + "_" + this.newsletterId : name;
    }

    public String kindKey() {
        return this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isStatement() {
        return this.kind == WordingKind.CONSENT_STATEMENT;
    }

    static Optional<Series> of(String name) {
        String[] parts = name.split("_", 3);
        if (parts.length < 2 || !parts[1].matches("[a-z]{2,3}")) {
            return Optional.empty();
        }
        return Stream.of(WordingKind.values())
            .map((kind) -> new Series(kind, (parts.length == 3) ? parts[2] : null, parts[1]))
            .filter((series) -> series.name().equals(name) && series.isStatement() == (parts.length == 3))
            .findFirst();
    }

}
