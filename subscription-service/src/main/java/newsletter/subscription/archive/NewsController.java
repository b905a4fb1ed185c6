package newsletter.subscription.archive;

import java.util.List;

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

    private static final int PAGE = 20;

    /**
     * Nobody reads further back by turning pages; counting rows costs the more of them.
     */
    private static final int LAST_PAGE = 500;

    private final PublishedEditions editions;

    private final EditionPages pages;

    NewsController(PublishedEditions editions, EditionPages pages) {
        this.editions = editions;
        this.pages = pages;
    }

    @GetMapping("/news")
    String all(@RequestParam(defaultValue = "1") int page, Model model) {
        if (page < 1 || page > LAST_PAGE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        // One more than is shown tells whether there is another page.
        List<PublishedEdition> found = this.editions.newest(PAGE + 1, (page - 1) * PAGE);
        model.addAttribute("items", this.pages.items(found.stream().limit(PAGE).toList()));
        model.addAttribute("newer", (page > 1) ? page - 1 : null);
        model.addAttribute("older", (found.size() > PAGE) ? page + 1 : null);
        return "news";
    }

    @GetMapping("/news/{slug}")
    String one(@PathVariable String slug, Model model) {
        PublishedEdition edition = this.editions.find(slug)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        this.pages.describe(edition, model);
        return "edition";
    }

}
