package newsletter.subscription.archive;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewsPageTests {

    private static Optional<NewsPage> page(int number, int editions) {
        return NewsPage.of(number, (limit, offset) -> some(Math.clamp(editions - offset, 0, limit)));
    }

    private static List<PublishedEdition> some(int number) {
        return Collections.nCopies(number, new PublishedEdition(UUID.randomUUID(), "bridge", "mayor", "A bridge", "en",
                "<p>…</p>", "…", Instant.EPOCH));
    }

    @Test
    void theFirstPageIsThereThoughNothingIsPublished() {
        assertThat(page(1, 0)).contains(new NewsPage(List.of(), null, null));
    }

    @Test
    void aFullPageThatIsTheLastHasNoneAfterIt() {
        assertThat(page(1, NewsPage.SIZE)).hasValueSatisfying((page) -> {
            assertThat(page.editions()).hasSize(NewsPage.SIZE);
            assertThat(page.older()).isNull();
        });
    }

    @Test
    void thereAreMorePagesWhenThereAreMoreEditions() {
        assertThat(page(1, NewsPage.SIZE + 1)).hasValueSatisfying((page) -> {
            assertThat(page.editions()).hasSize(NewsPage.SIZE);
            assertThat(page.newer()).isNull();
            assertThat(page.older()).isEqualTo(2);
        });
        assertThat(page(2, NewsPage.SIZE + 1)).hasValueSatisfying((page) -> {
            assertThat(page.editions()).hasSize(1);
            assertThat(page.newer()).isEqualTo(1);
            assertThat(page.older()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 2, 501, Integer.MAX_VALUE, Integer.MIN_VALUE })
    void aPageThatNobodyIsLedToIsNotThere(int number) {
        assertThat(page(number, (number == 2) ? NewsPage.SIZE : 100_000)).isEmpty();
    }

    @Test
    void theLastPageLeadsToNoneThatIsNotThere() {
        assertThat(page(500, 100_000)).hasValueSatisfying((page) -> assertThat(page.older()).isNull());
    }

}
