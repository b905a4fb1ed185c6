package newsletter.endtoend.people;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** What a server answered. */
public final class Page {

    private final Reader reader;

    private final HttpResponse<byte[]> response;

    private final Document document;

    Page(Reader reader, HttpResponse<byte[]> response) {
        this.reader = reader;
        this.response = response;
        this.document = Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8), response.uri().toString());
    }

    public int status() {
        return this.response.statusCode();
    }

    /** Where we are, after all redirects. */
    public URI address() {
        return this.response.uri();
    }

    public Optional<String> header(String name) {
        return this.response.headers().firstValue(name);
    }

    public byte[] bytes() {
        return this.response.body().clone();
    }

    public Document document() {
        return this.document;
    }

    public String heading() {
        return this.document.select("h1").text();
    }

    /** What stands in the page between its header and its footer. */
    public String text() {
        Element main = this.document.selectFirst("main");
        return (main != null) ? main.text() : this.document.text();
    }

    /** What the error summary says. */
    public List<String> errors() {
        return this.document.select(".govuk-error-summary__list li").eachText();
    }

    /** The page behind the link with these words. */
    public Page follow(String words) {
        Element link = this.document.select("a[href]")
            .stream()
            .filter((candidate) -> candidate.text().contains(words))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no link '%s' on:%n%s".formatted(words, this)));
        return this.reader.open(URI.create(link.absUrl("href")));
    }

    public boolean offers(String button) {
        return find(button).isPresent();
    }

    /** The form with this button. */
    public Form form(String button) {
        Element found = find(button)
            .orElseThrow(() -> new AssertionError("no button '%s' on:%n%s".formatted(button, this)));
        if (found.closest("form") instanceof FormElement form) {
            return new Form(this.reader, form, found);
        }
        throw new AssertionError("button '%s' is in no form".formatted(button));
    }

    /** The whole name of the button whose name begins so. */
    public String button(String beginning) {
        return this.document.select("form button")
            .eachText()
            .stream()
            .filter((name) -> name.startsWith(beginning))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button '%s…' on:%n%s".formatted(beginning, this)));
    }

    public Page press(String button) {
        return form(button).send();
    }

    private Optional<Element> find(String button) {
        return this.document.select("form button")
            .stream()
            .filter((candidate) -> candidate.text().equals(button))
            .findFirst();
    }

    @Override
    public String toString() {
        return "%d %s: %s".formatted(status(), address().getPath(), text());
    }

}
