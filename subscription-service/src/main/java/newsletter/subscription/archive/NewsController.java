package newsletter.subscription.archive;

import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All editions, newest first, and each on a page of its own. */
@Controller
class NewsController {

    private final PublishedEditions editions;

    private final EditionPages pages;

    NewsController(PublishedEditions editions, EditionPages pages) {
        this.editions = editions;
        this.pages = pages;
    }

    @GetMapping("/news")
    String all(@RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        NewsPage found = NewsPage.of(page, this.editions::newest)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        this.pages.list(found, "/news", page, locale, model);
        return "news";
    }

    @GetMapping("/news/{slug}")
    String one(@PathVariable String slug, Locale locale, Model model) {
        PublishedEdition edition = this.editions.find(slug)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        this.pages.describe(edition, locale, model);
        return "edition";
    }

}
