package newsletter.subscription.abuse;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import newsletter.subscription.SiteProperties;

/**
 * Refuses what a browser sends to us from a page of another site. Reading is free
 * to all, and the one-click POST of RFC 8058 comes from mail programs, wherever they run.
 */
@Component
@Order(2)
class CrossSiteForms extends OncePerRequestFilter {

    /** From a page of ours, or by hand. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final SiteProperties site;

    CrossSiteForms(SiteProperties site) {
        this.site = site;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getServletPath().startsWith("/one-click/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOfAnotherSite(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isOfAnotherSite(HttpServletRequest request) {
        String fetched = request.getHeader("Sec-Fetch-Site");
        if (fetched != null) {
            return !OURS.contains(fetched);
        }
        // A browser from before that header. Pages that tell nobody where their reader
        // came from, as ours do, have the origin "null"; programs have none.
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.equals("null") && !isOurs(origin, request);
    }

    /** By the public address, or by the one that was asked, if no proxy changed it. */
    private boolean isOurs(String origin, HttpServletRequest request) {
        String asked = request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
        return origin.equalsIgnoreCase(this.site.site().toString()) || origin.equalsIgnoreCase(asked);
    }

}
