package newsletter.signin;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What every page, public or not, tells the browser to forbid: other hosts, inline
 * scripts, frames, and telling the next page where one came from.
 */
public final class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>>, RequestRejectedHandler {

    private static final List<Header> ALWAYS = List.of(
            new Header("Content-Security-Policy",
                    "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; "
                            + "object-src 'none'"),
            // The links in our mails are the right to act: no other site may learn them.
            new Header("Referrer-Policy", "no-referrer"), new Header("X-Content-Type-Options", "nosniff"),
            new Header("Permissions-Policy",
                    "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            new Header("Cross-Origin-Opener-Policy", "same-origin"));

    /** Whatever the request looks like to us: TLS may end at a proxy. */
    private static final Header ONLY_HTTPS = new Header("Strict-Transport-Security",
            "max-age=31536000; includeSubDomains");

    private final HeaderWriter always = new StaticHeadersWriter(ALWAYS);

    private final HeaderWriter onlyHttps;

    SecurityHeaders(DevelopmentMode development) {
        // On a laptop it would lock every other program on localhost into HTTPS.
        this.onlyHttps = development.on() ? (request, response) -> {
        } : new StaticHeadersWriter(List.of(ONLY_HTTPS));
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
            // Unless the page says otherwise, as the files of the theme do.
            .cacheControl(Customizer.withDefaults())
            .addHeaderWriter(this.always)
            .addHeaderWriter(this.onlyHttps);
    }

    /**
     * A request that Spring Security's firewall rejects meets no filter, but its answer
     * is a page too.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        this.always.writeHeaders(request, response);
        this.onlyHttps.writeHeaders(request, response);
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

}
