package newsletter.subscription.archive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.archive.Channels.Channel;
import newsletter.theme.CityProperties;

/** The editions of one newsletter, as pages and as a feed. */
@Controller
class NewsletterController {

    private static final MediaType ATOM = new MediaType(MediaType.parseMediaType(AtomFeed.MEDIA_TYPE),
            StandardCharsets.UTF_8);

    /** Feed readers ask again and again; an edition may be seen by them so much later. */
    private static final CacheControl A_WHILE = CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final Channels channels;

    private final EditionPages pages;

    private final SiteProperties site;

    private final CityProperties city;

    NewsletterController(Channels channels, EditionPages pages, SiteProperties site, CityProperties city) {
        this.channels = channels;
        this.pages = pages;
        this.site = site;
        this.city = city;
    }

    @GetMapping("/newsletters/{id}")
    String list(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        Channel channel = channel(id, locale.getLanguage());
        NewsPage found = NewsPage.of(page, (limit, offset) -> this.channels.editions(channel, limit, offset))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        this.pages.list(found, channel.path(), page, locale, model);
        this.pages.describe(channel, locale, model);
        return "newsletter";
    }

    /** One feed, in the newsletter's own language. */
    @GetMapping("/newsletters/{id}.atom")
    ResponseEntity<String> feed(@PathVariable String id) {
        Channel channel = channel(id, "");
        List<PublishedEdition> newest = this.channels.editions(channel, NewsPage.SIZE, 0);
        var feed = new AtomFeed(channel, newest, this.city.name(), this.site::address);
        String xml = feed.xml();
        return ResponseEntity.ok()
            .contentType(ATOM)
            .cacheControl(A_WHILE)
            .lastModified(feed.updated())
            .eTag('"' + DigestUtils.md5DigestAsHex(xml.getBytes(StandardCharsets.UTF_8)) + '"')
            .body(xml);
    }

    private Channel channel(String id, String language) {
        return this.channels.find(id, language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

}
