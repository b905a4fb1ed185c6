package newsletter.signin;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What every page, public or not, tells the browser to forbid: other hosts, inline
 * scripts, frames, and telling the next page where one came from.
 */
public final class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    static final String CONTENT = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; "
            + "object-src 'none'";

    static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
            + "browsing-topics=()";

    private final DevelopmentMode development;

    SecurityHeaders(DevelopmentMode development) {
        this.development = development;
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT))
            // The links in our mails are the right to act: no other site may learn them.
            .referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
            .permissionsPolicyHeader((permissions) -> permissions.policy(PERMISSIONS))
            .crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        if (this.development.on()) {
            // It would lock every other program on this laptop's localhost into HTTPS.
            headers.httpStrictTransportSecurity((transport) -> transport.disable());
        }
        else {
            // Whatever the request looks like here: TLS may end at a proxy.
            headers.httpStrictTransportSecurity((transport) -> transport.requestMatcher(AnyRequestMatcher.INSTANCE));
        }
    }

}
