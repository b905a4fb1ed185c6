package newsletter.subscription.archive;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

import newsletter.subscription.archive.Channels.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of RFC 4287 that a feed can break, each by its section. */
class AtomFeedTests {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static final Instant SINCE = Instant.parse("2026-01-05T09:00:00Z");

    private static final Channel MAYOR = new Channel("mayor", "Email from the Mayor", "What the Mayor does & decides.",
            "About once a month", "en", SINCE);

    private static PublishedEdition edition(String slug, String title, String html, String at) {
        return new PublishedEdition(UUID.randomUUID(), slug, "mayor", title, "en", html, "Dear residents",
                Instant.parse(at));
    }

    private static AtomFeed feed(PublishedEdition... editions) {
        return new AtomFeed(MAYOR, List.of(editions), "City of Exford",
                (path) -> "https://news.exford.example.org" + path);
    }

    private static Element parse(AtomFeed feed) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(feed.xml()))).getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && ATOM.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static String only(Element parent, String name) {
        assertThat(children(parent, name)).as(name).hasSize(1);
        return children(parent, name).getFirst().getTextContent();
    }

    private static String link(Element parent, String rel) {
        List<Element> links = children(parent, "link").stream()
            .filter((link) -> rel.equals(link.getAttribute("rel")))
            .toList();
        assertThat(links).as(rel).hasSize(1);
        return links.getFirst().getAttribute("href");
    }

    private static void hasWhatEveryFeedAndEntryNeeds(Element parent) {
        // 4.2.6: an absolute IRI. 4.2.15: a date as in RFC 3339.
        assertThat(URI.create(only(parent, "id")).isAbsolute()).isTrue();
        assertThat(only(parent, "title")).isNotBlank();
        assertThat(OffsetDateTime.parse(only(parent, "updated"))).isNotNull();
        assertThat(URI.create(link(parent, "alternate")).isAbsolute()).isTrue();
    }

    @Test
    void aFeedHasAllThatItNeeds() throws Exception {
        Element feed = parse(feed(edition("2026-11-bridge", "A bridge", "<p>Dear</p>", "2026-11-22T09:00:00Z"),
                edition("2026-10-road", "A road", "<p>Dear</p>", "2026-10-22T09:00:00Z")));
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getAttributeNS(XMLConstants.XML_NS_URI, "lang")).isEqualTo("en");
        hasWhatEveryFeedAndEntryNeeds(feed);
        assertThat(only(feed, "title")).isEqualTo("Email from the Mayor – City of Exford");
        assertThat(only(feed, "subtitle")).isEqualTo("What the Mayor does & decides.");
        // 4.1.1: an author, or each entry has one.
        assertThat(only(children(feed, "author").getFirst(), "name")).isEqualTo("City of Exford");
        assertThat(link(feed, "self")).isEqualTo("https://news.exford.example.org/newsletters/mayor.atom");
        assertThat(link(feed, "alternate")).isEqualTo("https://news.exford.example.org/newsletters/mayor");
        assertThat(only(feed, "updated")).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(children(feed, "entry")).hasSize(2).allSatisfy((entry) -> {
            hasWhatEveryFeedAndEntryNeeds(entry);
            assertThat(only(entry, "published")).isEqualTo(only(entry, "updated"));
            assertThat(only(entry, "summary")).isEqualTo("Dear residents");
        });
    }

    @Test
    void anEntryKeepsItsIdThoughSiteAndSlugChange() throws Exception {
        PublishedEdition edition = edition("2026-11-bridge", "A bridge", "<p>Dear</p>", "2026-11-22T09:00:00Z");
        var moved = new AtomFeed(MAYOR, List.of(edition.withOwnSlug()), "City of Exford",
                (path) -> "https://elsewhere.example.org" + path);
        String id = only(children(parse(feed(edition)), "entry").getFirst(), "id");
        assertThat(id).isEqualTo("urn:uuid:" + edition.editionId());
        assertThat(only(children(parse(moved), "entry").getFirst(), "id")).isEqualTo(id);
    }

    @Test
    void theWholeEditionIsInItCleanedAsOnItsPage() throws Exception {
        Element entry = children(parse(feed(edition("2026-11-bridge", "A bridge",
                "<p>We build <strong>it</strong> &amp; <a href=\"https://exford.example.org\">more</a>.</p>"
                        + "<script>alert(1)</script><img src=\"https://tracker.example.net/p.gif\">",
                "2026-11-22T09:00:00Z"))), "entry")
            .getFirst();
        Element content = children(entry, "content").getFirst();
        // 4.1.3.3: HTML is text here, escaped once more.
        assertThat(content.getAttribute("type")).isEqualTo("html");
        assertThat(content.getAttributeNS(XMLConstants.XML_NS_URI, "base"))
            .isEqualTo("https://news.exford.example.org/news/2026-11-bridge");
        assertThat(content.getTextContent()).startsWith("<p>We build <strong>it</strong> &amp; <a href=")
            .doesNotContain("<script", "alert", "<img");
    }

    @Test
    void nothingInATitleBreaksTheFeed() throws Exception {
        Element feed = parse(feed(edition("2026-11-bridge", "Bread & <b>\"roses\"</b> ]]> 🌹 \u0007\u000b\ufffe\ud800",
                "<p>\u0001Dear</p>", "2026-11-22T09:00:00Z")));
        Element entry = children(feed, "entry").getFirst();
        assertThat(only(entry, "title")).isEqualTo("Bread & <b>\"roses\"</b> ]]> 🌹 \ufffd\ufffd\ufffd\ufffd");
    }

    @Test
    void aFeedWithoutEntriesCanBeFollowedToo() throws Exception {
        Element feed = parse(feed());
        hasWhatEveryFeedAndEntryNeeds(feed);
        assertThat(only(feed, "updated")).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(children(feed, "entry")).isEmpty();
    }

}
