package newsletter.subscription.abuse;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 429 to forms with an address that are too many: who signs up, and who asks for
 * a link. Confirming and leaving have no limit: whoever has a link may use it.
 */
@Component
@Order(3)
class FormLimit extends OncePerRequestFilter {

    private static final Set<String> WITH_AN_ADDRESS = Set.of("/", "/preferences");

    private final FormBuckets buckets;

    private final Counter turnedAway;

    FormLimit(FormBuckets buckets, MeterRegistry metrics) {
        this.buckets = buckets;
        this.turnedAway = Counter.builder("sign-up.turned-away")
            .description("Sign-up forms that nothing came of, and why")
            .tag("why", "too-many")
            .register(metrics);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !WITH_AN_ADDRESS.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = this.buckets.take(request.getRemoteAddr());
        if (wait.isPositive()) {
            this.turnedAway.increment();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
    }

}
