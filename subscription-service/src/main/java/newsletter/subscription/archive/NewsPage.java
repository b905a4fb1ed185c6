package newsletter.subscription.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list of editions, newest first.
 *
 * @param newer number of the page before it, if there is one
 * @param older number of the page after it, if there is one
 */
record NewsPage(List<PublishedEdition> editions, @Nullable Integer newer, @Nullable Integer older) {

    static final int SIZE = 20;

    /**
     * Nobody reads further back by turning pages; counting rows costs the more of them.
     */
    private static final int LAST = 500;

    /**
     * The page of this number; empty if there is none. The first is there even if nothing
     * has been published yet.
     * @param newest finds so many editions after so many
     */
    static Optional<NewsPage> of(int number, BiFunction<Integer, Integer, List<PublishedEdition>> newest) {
        if (number < 1 || number > LAST) {
            return Optional.empty();
        }
        // One more than is shown tells whether there is another page.
        List<PublishedEdition> found = newest.apply(SIZE + 1, (number - 1) * SIZE);
        if (number > 1 && found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewsPage(found.stream().limit(SIZE).toList(), (number > 1) ? number - 1 : null,
                (found.size() > SIZE && number < LAST) ? number + 1 : null));
    }

}
