package newsletter.subscription.archive;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.archive.Channels.Channel;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.signup.SignUpForms;

/** Fills the pages of the archive. */
@Component
class EditionPages {

    private final Catalogue catalogue;

    private final SignUpForms forms;

    private final SiteProperties site;

    private final ArchiveProperties archive;

    EditionPages(Catalogue catalogue, SignUpForms forms, SiteProperties site, ArchiveProperties archive) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.site = site;
        this.archive = archive;
    }

    /**
     * An edition and what is shown with it.
     *
     * @param newsletter its name, or its id if it is no longer published
     */
    record Item(PublishedEdition edition, String newsletter, ZonedDateTime published) {
    }

    List<Item> items(List<PublishedEdition> editions, Locale locale) {
        Map<String, String> names = this.catalogue.everPublished(locale.getLanguage())
            .stream()
            .collect(Collectors.toMap(Newsletter::id, Newsletter::name));
        return editions.stream()
            .map((edition) -> new Item(edition, names.getOrDefault(edition.newsletterId(), edition.newsletterId()),
                    edition.publishedAt().atZone(this.site.zone())))
            .toList();
    }

    /** A page of a list, and where its neighbours are. */
    void list(NewsPage page, String path, int number, Locale locale, Model model) {
        model.addAttribute("items", items(page.editions(), locale));
        model.addAttribute("newer", page.newer());
        model.addAttribute("older", page.older());
        model.addAttribute("path", path);
        model.addAttribute("canonical", (number > 1) ? path + "?page=" + number : path);
        model.addAttribute("newsletters", this.catalogue.published(locale.getLanguage()));
    }

    /** A newsletter, and its sign-up form if it is on offer. */
    void describe(Channel channel, Locale locale, Model model) {
        model.addAttribute("channel", channel);
        offer(channel.id(), locale, model);
    }

    /**
     * The edition, its links, and the sign-up form of its newsletter if it is on offer.
     */
    void describe(PublishedEdition edition, Locale locale, Model model) {
        String path = "/news/" + edition.slug();
        String address = this.site.address(locale, path);
        model.addAttribute("item", items(List.of(edition), locale).getFirst());
        model.addAttribute("letter", EditionHtml.only(edition.html()));
        model.addAttribute("canonical", path);
        model.addAttribute("address", address);
        model.addAttribute("links", ShareLink.of(address, edition.title(), this.archive.share()));
        offer(edition.newsletterId(), locale, model);
    }

    private void offer(String newsletterId, Locale locale, Model model) {
        this.catalogue.shown(locale.getLanguage())
            .filter((shown) -> shown.offer(newsletterId).isPresent())
            .ifPresent((shown) -> this.forms.offer(shown.only(newsletterId), model));
    }

}
