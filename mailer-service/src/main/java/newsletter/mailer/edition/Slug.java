package newsletter.mailer.edition;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;

/** An edition's name in the public address: {@code 2026-11-winter-service}. */
final class Slug {

    private static final int MAX_LENGTH = 60;

    private Slug() {
    }

    static String of(YearMonth month, String title) {
        String words = Normalizer.normalize(title.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
        String slug = month + "-" + ((words.length() > MAX_LENGTH) ? words.substring(0, MAX_LENGTH) : words);
        return slug.replaceAll("-+", "-").replaceAll("-$", "");
    }

    /** The slug, or the first of its numbered successors that nobody has. */
    static String free(String slug, Collection<String> taken) {
        if (!taken.contains(slug)) {
            return slug;
        }
        return IntStream.iterate(2, (number) -> number + 1)
            .mapToObj((number) -> slug + "-" + number)
            .filter((candidate) -> !taken.contains(candidate))
            .findFirst()
            .orElseThrow();
    }

}
