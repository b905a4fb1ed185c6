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
 * a link. While a surge is on, forms that bring no proof of work have a limit of
 * their own. Confirming and leaving have none: whoever has a link may use it.
 */
@Component
@Order(3)
class FormLimit extends OncePerRequestFilter {

    private static final Set<String> WITH_AN_ADDRESS = Set.of("/", "/preferences");

    private final FormBuckets buckets;

    private final Surge surge;

    private final Puzzles puzzles;

    private final Counter tooMany;

    private final Counter withoutProof;

    FormLimit(FormBuckets buckets, Surge surge, Puzzles puzzles, MeterRegistry metrics) {
        this.buckets = buckets;
        this.surge = surge;
        this.puzzles = puzzles;
        this.tooMany = turnedAway("too-many", metrics);
        this.withoutProof = turnedAway("surge", metrics);
    }

    private static Counter turnedAway(String why, MeterRegistry metrics) {
        return Counter.builder("sign-up.turned-away")
            .description("Sign-up forms that nothing came of, and why")
            .tag("why", why)
            .register(metrics);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !WITH_AN_ADDRESS.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        this.surge.count();
        Duration wait = this.buckets.take(request.getRemoteAddr());
        if (wait.isPositive()) {
            refuse(wait, this.tooMany, response);
            return;
        }
        Duration slower = this.surge.isOn() ? waitWithoutProof(request) : Duration.ZERO;
        if (slower.isPositive()) {
            refuse(slower, this.withoutProof, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Duration waitWithoutProof(HttpServletRequest request) {
        return this.puzzles.areSolvedBy(request.getParameter("proof")) ? Duration.ZERO : this.surge.takeWithoutProof();
    }

    private static void refuse(Duration wait, Counter why, HttpServletResponse response) throws IOException {
        why.increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

}
