package newsletter.subscription.archive;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.subscription.TableTest;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class PublishedEditionsTests {

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

    @Autowired
    private PublishedEditions editions;

    private static PublishedEdition edition(String slug, Instant at) {
        return new PublishedEdition(UUID.randomUUID(), slug, "mayor", "A bridge", "en", "<p>Dear</p>", "Dear", at);
    }

    @Test
    void anEditionIsFoundByItsSlug() {
        PublishedEdition bridge = edition("2026-11-bridge", AT);
        this.editions.add(bridge);
        assertThat(this.editions.find("2026-11-bridge")).contains(bridge);
        assertThat(this.editions.find("2026-11-tunnel")).isEmpty();
    }

    @Test
    void i03AnEditionToldTwiceIsThereOnce() {
        PublishedEdition twice = edition("2026-11-twice", AT);
        this.editions.add(twice);
        this.editions.add(twice);
        assertThat(this.editions.newest(1000, 0))
            .filteredOn((edition) -> edition.title().equals("A bridge") && edition.slug().startsWith("2026-11-twice"))
            .containsExactly(twice);
    }

    @Test
    void twoEditionsWithOneSlugAreBothReadable() {
        PublishedEdition first = edition("2026-11-same", AT);
        PublishedEdition second = edition("2026-11-same", AT);
        this.editions.add(first);
        this.editions.add(second);
        this.editions.add(second);
        assertThat(this.editions.find("2026-11-same")).contains(first);
        assertThat(this.editions.find("2026-11-same-" + second.editionId())).map(PublishedEdition::editionId)
            .contains(second.editionId());
    }

    @Test
    void theNewestComesFirst() {
        PublishedEdition newer = edition("2999-02", Instant.parse("2999-02-01T09:00:00Z"));
        PublishedEdition older = edition("2999-01", Instant.parse("2999-01-01T09:00:00Z"));
        this.editions.add(older);
        this.editions.add(newer);
        assertThat(this.editions.newest(2, 0)).containsExactly(newer, older);
        assertThat(this.editions.newest(1, 1)).containsExactly(older);
    }

}
