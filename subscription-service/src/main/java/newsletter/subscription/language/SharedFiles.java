package newsletter.subscription.language;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Leaves the language out of the addresses of style sheets and scripts, which speak none:
 * a browser keeps them once, not once for each.
 */
class SharedFiles extends HttpServletResponseWrapper {

    private static final String FILES = "/theme/";

    private final String context;

    private final String prefix;

    SharedFiles(HttpServletResponse response, String context, String prefix) {
        super(response);
        this.context = context;
        this.prefix = prefix;
    }

    @Override
    public String encodeURL(String url) {
        String within = this.context + this.prefix;
        return super.encodeURL(url.startsWith(within + FILES) ? this.context + url.substring(within.length()) : url);
    }

}
