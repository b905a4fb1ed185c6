package newsletter.subscription.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import newsletter.subscription.catalogue.Catalogue;

/**
 * The newsletters that have a page: each that is published, and each that has editions.
 */
@Component
class Channels {

    private final Catalogue catalogue;

    private final PublishedEditions editions;

    Channels(Catalogue catalogue, PublishedEditions editions) {
        this.catalogue = catalogue;
        this.editions = editions;
    }

    /** The channel's editions, newest first. */
    List<PublishedEdition> editions(Channel channel, int limit, int offset) {
        return this.editions.newest(channel.id(), limit, offset);
    }

    /**
     * The channel as a page in this language calls it; without a language, by its own.
     */
    Optional<Channel> find(String id, String language) {
        Optional<Channel> published = this.catalogue.everPublished(language)
            .stream()
            .filter((newsletter) -> newsletter.id().equals(id))
            .findFirst()
            .flatMap((newsletter) -> this.catalogue.publishedAt(id)
                .map((since) -> new Channel(id, newsletter.name(), newsletter.purpose(), newsletter.frequency(),
                        newsletter.language(), since)));
        return published.or(() -> this.editions.newest(id, 1, 0)
            .stream()
            .findFirst()
            .map((edition) -> new Channel(id, id, "", "", edition.language(), edition.publishedAt())));
    }

    /**
     * One newsletter as its readers see it.
     *
     * @param name its id if it is no longer published
     * @param purpose empty if it is no longer published
     * @param since when it was published, or its first edition that we know of
     */
    record Channel(String id, String name, String purpose, String frequency, String language, Instant since) {

        public String path() {
            return "/newsletters/" + this.id;
        }

        public String feed() {
            return path() + ".atom";
        }

    }

}
