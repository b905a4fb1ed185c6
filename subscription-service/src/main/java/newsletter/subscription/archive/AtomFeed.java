package newsletter.subscription.archive;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import newsletter.subscription.archive.Channels.Channel;

/**
 * The newest editions of one newsletter for feed readers (RFC 4287).
 *
 * @param channel whose editions
 * @param author who is responsible for them: the city
 * @param site turns a path on this site into an address
 */
record AtomFeed(Channel channel, List<PublishedEdition> editions, String author, UnaryOperator<String> site) {

    static final String MEDIA_TYPE = "application/atom+xml";

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** When something in it changed last. An edition never does once it is published. */
    Instant updated() {
        return this.editions.stream()
            .map(PublishedEdition::publishedAt)
            .max(Comparator.naturalOrder())
            .orElse(this.channel.since());
    }

    String xml() {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", this.channel.language());
            feed(xml);
            for (PublishedEdition edition : this.editions) {
                xml.writeStartElement("entry");
                xml.writeAttribute("xml:lang", edition.language());
                entry(edition, xml);
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        }
        catch (XMLStreamException ex) {
            throw new IllegalStateException("Could not write a feed", ex);
        }
        return text.toString();
    }

    private void feed(XMLStreamWriter xml) throws XMLStreamException {
        element("id", this.site.apply(this.channel.path()), xml);
        element("title", this.channel.name() + " – " + this.author, xml);
        if (!this.channel.purpose().isEmpty()) {
            element("subtitle", this.channel.purpose(), xml);
        }
        element("updated", updated().toString(), xml);
        xml.writeStartElement("author");
        element("name", this.author, xml);
        element("uri", this.site.apply("/"), xml);
        xml.writeEndElement();
        link("self", MEDIA_TYPE, this.site.apply(this.channel.feed()), xml);
        link("alternate", "text/html", this.site.apply(this.channel.path()), xml);
    }

    private void entry(PublishedEdition edition, XMLStreamWriter xml) throws XMLStreamException {
        String page = this.site.apply("/news/" + edition.slug());
        // Not the address of the page: the site may move, and what has been read must not
        // come again.
        element("id", "urn:uuid:" + edition.editionId(), xml);
        element("title", edition.title(), xml);
        element("published", edition.publishedAt().toString(), xml);
        element("updated", edition.publishedAt().toString(), xml);
        link("alternate", "text/html", page, xml);
        if (!edition.summary().isEmpty()) {
            element("summary", edition.summary(), xml);
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeAttribute("xml:base", page);
        xml.writeCharacters(allowed(EditionHtml.only(edition.html())));
        xml.writeEndElement();
    }

    private static void element(String name, String content, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(content));
        xml.writeEndElement();
    }

    private static void link(String rel, String type, String href, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    /**
     * XML has no way to write most control characters, escaped or not: one of them in one
     * title would make the whole feed unreadable.
     */
    private static String allowed(String text) {
        var allowed = new StringBuilder(text.length());
        text.codePoints()
            .map((character) -> isAllowed(character) ? character : 0xFFFD)
            .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t' || character == '\n' || character == '\r' || (character >= ' ' && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
    }

}
