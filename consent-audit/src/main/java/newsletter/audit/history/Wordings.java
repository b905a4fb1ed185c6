package newsletter.audit.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.Wording;
import newsletter.events.NewsletterPublished.WordingKind;

/** Every wording the ledger has, by hash, and the names of the newsletters. */
final class Wordings {

    private final Map<String, Wording> byHash = new HashMap<>();

    private final Map<String, String> names = new HashMap<>();

    Wordings(List<NewsletterPublished> newsletters) {
        for (NewsletterPublished newsletter : newsletters) {
            this.names.put(newsletter.newsletterId(), newsletter.name());
            newsletter.wordings().forEach((wording) -> this.byHash.put(wording.sha256(), wording));
        }
    }

    String nameOf(String newsletterId) {
        return this.names.getOrDefault(newsletterId, newsletterId);
    }

    /** What was shown, by hash; one that the ledger lacks is left out. */
    List<ShownWording> shown(String... hashes) {
        return Stream.of(hashes).map(this.byHash::get).filter(Objects::nonNull).map(Wordings::shown).toList();
    }

    private static ShownWording shown(Wording wording) {
        return new ShownWording("%s, version %s".formatted(title(wording.kind()), wording.version()), wording,
                sha256(wording.text()).equals(wording.sha256()));
    }

    private static String title(WordingKind kind) {
        return switch (kind) {
            case CONSENT_STATEMENT -> "The statement beside the box";
            case PRIVACY_NOTICE -> "The privacy notice";
            case CONFIRMATION_MAIL -> "The confirmation mail";
        };
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java has SHA-256", ex);
        }
    }

}
