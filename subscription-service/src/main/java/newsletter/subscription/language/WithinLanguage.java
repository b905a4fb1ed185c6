package newsletter.subscription.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request to an address with a language, which is shown as a part of the context path:
 * links and redirects are written behind it, and nobody else need know.
 */
class WithinLanguage extends HttpServletRequestWrapper {

    private final String prefix;

    private final String added;

    /**
     * A request within a language.
     * @param prefix the language, with a slash in front
     * @param added what the address lacks of it
     */
    WithinLanguage(HttpServletRequest request, String prefix, String added) {
        super(request);
        this.prefix = prefix;
        this.added = added;
    }

    @Override
    public String getContextPath() {
        return super.getContextPath() + this.prefix;
    }

    @Override
    public String getServletPath() {
        String path = super.getServletPath();
        return (this.added.isEmpty() && path.startsWith(this.prefix)) ? path.substring(this.prefix.length()) : path;
    }

    @Override
    public String getRequestURI() {
        String context = super.getContextPath();
        return context + this.added + super.getRequestURI().substring(context.length());
    }

}
