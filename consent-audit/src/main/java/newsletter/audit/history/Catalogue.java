package newsletter.audit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.events.EditionPublished;
import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.Wording;

/** Newsletters, their wordings and their editions, as they were published. */
final class Catalogue {

    private final Map<String, NewsletterPublished> newsletters = new HashMap<>();

    private final Map<String, Wording> wordings = new HashMap<>();

    private final Map<UUID, EditionPublished> editions = new HashMap<>();

    void add(NewsletterPublished newsletter) {
        this.newsletters.put(newsletter.newsletterId(), newsletter);
        newsletter.wordings().forEach((wording) -> this.wordings.put(wording.sha256(), wording));
    }

    void add(EditionPublished edition) {
        this.editions.put(edition.editionId(), edition);
    }

    Optional<NewsletterPublished> newsletter(String id) {
        return Optional.ofNullable(this.newsletters.get(id));
    }

    /** The newsletter's name, or its id if it was never published. */
    String name(String newsletterId) {
        NewsletterPublished newsletter = this.newsletters.get(newsletterId);
        return (newsletter != null) ? newsletter.name() : newsletterId;
    }

    Optional<EditionPublished> edition(UUID id) {
        return Optional.ofNullable(this.editions.get(id));
    }

    /** The words that an event names by their hash. */
    Shown shown(String what, String sha256) {
        @Nullable Wording wording = this.wordings.get(sha256);
        return new Shown(what, sha256, wording);
    }

    /** Names in a sentence: {@code A, B and C}. */
    String names(List<String> newsletterIds) {
        List<String> names = new ArrayList<>(newsletterIds.stream().map(this::name).toList());
        if (names.size() < 2) {
            return String.join("", names);
        }
        String last = names.removeLast();
        return String.join(", ", names) + " and " + last;
    }

}
