package newsletter.endtoend.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;

/** An installed Chromium that asks nobody for anything but our pages. */
public final class Browser {

    /** What it would otherwise do on its own. */
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
            "--no-first-run", "--no-default-browser-check", "--disable-features=Translate,OptimizationHints");

    private static final int WIDTH = 1280;

    private static final int HEIGHT = 900;

    private final com.microsoft.playwright.Browser browser;

    private Browser(com.microsoft.playwright.Browser browser) {
        this.browser = browser;
    }

    /**
     * The one of this process, opened on first use, gone when the process is: to open it
     * takes seconds. Visitors share nothing else.
     */
    public static Browser shared() {
        return Shared.BROWSER;
    }

    private static Browser open() {
        var chromium = Chromium.path();
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new CreateOptions().setEnv(Map.copyOf(environment)));
        return new Browser(playwright.chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium)
                .setArgs(Stream.concat(QUIET.stream(), Stream.of("--force-color-profile=srgb")).toList())));
    }

    /** Somebody with cookies of their own. */
    public Visitor visitor() {
        return new Visitor(
                this.browser.newContext(new NewContextOptions().setViewportSize(WIDTH, HEIGHT).setLocale("en-GB")));
    }

    /** Somebody whose browser runs no scripts. */
    public Visitor visitorWithoutScripts() {
        return new Visitor(this.browser.newContext(
                new NewContextOptions().setViewportSize(WIDTH, HEIGHT).setLocale("en-GB").setJavaScriptEnabled(false)));
    }

    /** Opened on first use. */
    private static final class Shared {

        static final Browser BROWSER = open();

    }

}
