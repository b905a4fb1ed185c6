package newsletter.subscription.maildomain;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;

/**
 * Knows which domains take no mail, and nothing else: whatever cannot be found out in
 * time is given the benefit of the doubt. It depends on the domain alone, whoever may
 * have an address there (I-7).
 */
@Component
public class MailDomains {

    /** A few megabytes. */
    static final int REMEMBERED = 10_000;

    private final MailDomainProperties properties;

    private final NameServer nameServer;

    private final Clock clock;

    private final Semaphore atOnce;

    /** The answer that is oldest comes first. */
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    MailDomains(MailDomainProperties properties, Clock clock) {
        this.properties = properties;
        this.nameServer = new NameServer(properties.server(), properties.patience());
        this.clock = clock;
        this.atOnce = new Semaphore(properties.atOnce());
    }

    /** An answer, or the wait for one. Empty: nobody can tell. */
    private record Asked(Instant at, CompletableFuture<Optional<Boolean>> takesMail) {
    }

    /**
     * Whether it is certain that no mail ever arrives at this domain. Waits for an answer
     * no longer than a person would.
     * @param domain in ASCII
     */
    public boolean takesNone(String domain) {
        if (!this.properties.ask()) {
            return false;
        }
        try {
            return !ask(domain).get(this.properties.patience().toMillis(), TimeUnit.MILLISECONDS).orElse(true);
        }
        catch (TimeoutException | ExecutionException ex) {
            return false;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized CompletableFuture<Optional<Boolean>> ask(String domain) {
        Instant now = this.clock.instant();
        forget(now);
        Asked known = this.asked.get(domain);
        if (known != null) {
            return known.takesMail();
        }
        if (!this.atOnce.tryAcquire()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var answer = new CompletableFuture<Optional<Boolean>>();
        this.asked.put(domain, new Asked(now, answer));
        Thread.ofVirtual().name("mail-domain").start(() -> find(domain, answer));
        return answer;
    }

    private void find(String domain, CompletableFuture<Optional<Boolean>> answer) {
        Optional<Boolean> found = Optional.empty();
        try {
            found = this.nameServer.takesMail(domain);
        }
        finally {
            this.atOnce.release();
            if (found.isEmpty()) {
                forget(domain);
            }
            answer.complete(found);
        }
    }

    /** So that it is asked again. */
    private synchronized void forget(String domain) {
        this.asked.remove(domain);
    }

    private void forget(Instant now) {
        Instant old = now.minus(this.properties.remember());
        Iterator<Asked> oldest = this.asked.values().iterator();
        while (oldest.hasNext() && (!oldest.next().at().isAfter(old) || this.asked.size() >= REMEMBERED)) {
            oldest.remove();
        }
    }

    synchronized int remembered() {
        return this.asked.size();
    }

}
