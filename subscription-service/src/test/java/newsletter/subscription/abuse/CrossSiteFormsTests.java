package newsletter.subscription.abuse;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import newsletter.subscription.SiteProperties;

import static org.assertj.core.api.Assertions.assertThat;

class CrossSiteFormsTests {

    private final CrossSiteForms forms = new CrossSiteForms(
            new SiteProperties(URI.create("https://news.exford.example"), ZoneOffset.UTC, List.of(Locale.UK)));

    /** Where no proxy changes the name, and where one does. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            POST, /,            cross-site,  ,                                   403
            POST, /preferences, cross-site,  https://news.exford.example,        403
            POST, /,            ,            https://other.example,              403
            POST, /,            same-site,   https://www.exford.example,         403
            POST, /,            ,            https://news.exford.example.org,    403
            POST, /,            ,            https://news.exford.example:8443,   403
            POST, /,            ,            http://news.exford.example,         403
            POST, /,            ,            https://news.exford.example,        200
            POST, /,            ,            https://NEWS.exford.example,        200
            POST, /,            same-origin, http://replica.internal:8080,       200
            POST, /,            same-origin, null,                               200
            POST, /,            ,            null,                               200
            POST, /,            none,        ,                                   200
            POST, /,            ,            ,                                   200
            GET,  /,            cross-site,  https://other.example,              200
            POST, /one-click/x, cross-site,  https://mail.example,               200
            """)
    void a17AFormOfAnotherSiteIsRefused(String method, String path, @Nullable String site, @Nullable String origin,
            int status) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setServerName("replica.internal");
        request.setServerPort(8080);
        request.addHeader("Host", "replica.internal:8080");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        var response = new MockHttpServletResponse();
        this.forms.doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(status);
    }

}
