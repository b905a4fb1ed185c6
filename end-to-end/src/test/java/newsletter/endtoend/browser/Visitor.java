package newsletter.endtoend.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody before a screen, who finds things by what they are called. Looking at a page
 * checks it; leaving checks what happened on the way.
 */
public final class Visitor implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final BrowserContext context;

    private final Page page;

    private final List<String> strangers = new CopyOnWriteArrayList<>();

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        this.page.onRequest(this::listen);
        this.page.onConsoleMessage(this::listen);
        this.page.onPageError(this.complaints::add);
    }

    /** What a page loads comes from where the page itself comes from (I-11). */
    private void listen(Request request) {
        URI asked = URI.create(request.url());
        if (!request.isNavigationRequest() && !sameHost(asked, URI.create(this.page.url()))) {
            this.strangers.add(request.url());
        }
        else if (!"localhost".equals(asked.getHost())) {
            this.strangers.add(request.url());
        }
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getAuthority() != null && one.getAuthority().equals(other.getAuthority());
    }

    private void listen(ConsoleMessage message) {
        // A form that comes back with errors is a 422, which Chromium calls a failure.
        boolean page = message.text().contains("the server responded with a status of 4")
                && message.location().contains(this.page.url());
        if (message.type().equals("error") && !page) {
            this.complaints.add(message.text());
        }
    }

    public Visitor visits(URI address) {
        this.page.navigate(address.toString());
        return this;
    }

    /**
     * A picture of the whole page for people, and a check of it for all.
     * @param step the name of the picture
     */
    public Visitor looks(String step) {
        this.page.screenshot(
                new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", step + ".png")));
        return checks();
    }

    /** Holds the page to what every page promises. */
    public Visitor checks() {
        Accessibility.check(this.page);
        assertThat(this.strangers).as("requests to other hosts from %s", this.page.url()).isEmpty();
        assertThat(this.complaints).as("errors on %s", this.page.url()).isEmpty();
        return this;
    }

    /** Reads a mail on a page of its own, which is held to the same. */
    public Visitor reads(String html, String step) {
        Page mail = this.context.newPage();
        mail.setContent(html);
        mail.screenshot(
                new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", step + ".png")));
        Accessibility.check(mail);
        mail.close();
        return this;
    }

    public Visitor types(String label, String text) {
        field(label).fill(text);
        return this;
    }

    public Visitor ticks(String label) {
        field(label).check();
        return this;
    }

    public Visitor chooses(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    public Locator field(String label) {
        return this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The last of the texts that belong to a field. */
    public String description(String label) {
        String ids = Objects.requireNonNull(field(label).getAttribute("aria-describedby"));
        return this.page.locator("#" + ids.substring(ids.lastIndexOf(' ') + 1)).innerText();
    }

    public Visitor presses(String button) {
        button(button).click();
        return this;
    }

    public Locator button(String name) {
        return this.page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Follows the first link of this name. */
    public Visitor follows(String link) {
        this.page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link)).first().click();
        return this;
    }

    public Visitor reloads() {
        this.page.reload();
        return this;
    }

    public String heading() {
        return this.page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)).innerText();
    }

    /** What stands in the page between its header and its footer. */
    public String text() {
        return this.page.getByRole(AriaRole.MAIN).innerText();
    }

    public URI address() {
        return URI.create(this.page.url());
    }

    public Page page() {
        return this.page;
    }

    @Override
    public void close() {
        this.context.close();
    }

}
