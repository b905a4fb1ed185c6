package newsletter.subscription.language;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import newsletter.subscription.SiteProperties;

/**
 * Takes the language out of the address before anybody else looks at it, so that limits,
 * rules and controllers see one page, whatever its language.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LanguageFilter extends OncePerRequestFilter {

    private static final String STAFF = "/staff";

    private final SiteProperties site;

    LanguageFilter(SiteProperties site) {
        this.site = site;
    }

    /** The desk of the staff speaks English. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST && isOfStaff(written(request));
    }

    private static boolean isOfStaff(String path) {
        return path.equals(STAFF) || path.startsWith(STAFF + "/");
    }

    /** An error has a page too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        doFilterInternal(request, response, chain);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            showError(request, response, chain);
            return;
        }
        String written = written(request);
        Optional<Locale> named = this.site.languages()
            .stream()
            .filter((language) -> written.equals(prefix(language)) || names(language, written, request))
            .findFirst();
        if (named.isEmpty()) {
            request.setAttribute(PageLanguage.ATTRIBUTE, page(request, first(), request));
            chain.doFilter(request, response);
        }
        else if (written.equals(prefix(named.get()))) {
            response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "/");
        }
        else {
            var within = new WithinLanguage(request, prefix(named.get()), "");
            request.setAttribute(PageLanguage.ATTRIBUTE, page(request, named.get(), within));
            chain.doFilter(within, new SharedFiles(response, request.getContextPath(), prefix(named.get())));
        }
    }

    /** As it was written and as the server understood it: no detour leads past a rule. */
    private static boolean names(Locale language, String written, HttpServletRequest request) {
        return written.startsWith(prefix(language) + "/") && !isOfStaff(written.substring(prefix(language).length()))
                && request.getServletPath().startsWith(prefix(language) + "/");
    }

    /**
     * In the language of the page that failed, with a way to the start in the others and
     * not back to what failed: that may be any text.
     */
    private void showError(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale language = (request.getAttribute(PageLanguage.ATTRIBUTE) instanceof PageLanguage known) ? known.locale()
                : first();
        String prefix = this.site.prefix(language);
        request.setAttribute(PageLanguage.ATTRIBUTE,
                new PageLanguage(language, request.getContextPath(), "/", this.site));
        chain.doFilter(prefix.isEmpty() ? request : new WithinLanguage(request, prefix, prefix),
                new SharedFiles(response, request.getContextPath(), prefix));
    }

    /**
     * What a form was sent to is offered as it was before. Of a query only the number of
     * a page is kept: nothing that a link brings comes back from us.
     */
    private PageLanguage page(HttpServletRequest request, Locale language, HttpServletRequest within) {
        String query = within.getQueryString();
        boolean kept = query != null && query.matches("page=[0-9]{1,9}");
        return new PageLanguage(language, request.getContextPath(),
                kept ? written(within) + "?" + query : written(within), this.site);
    }

    private static String written(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private Locale first() {
        return this.site.languages().getFirst();
    }

    private static String prefix(Locale language) {
        return "/" + language.getLanguage();
    }

}
