package newsletter.audit.integrity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the ledger on start, every night and on demand, one at a time. */
@Component
public class LedgerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCheck.class);

    private final LedgerAudit audit;

    private final Checks checks;

    private final Clock clock;

    private final AtomicReference<@Nullable CompletableFuture<Void>> running = new AtomicReference<>();

    LedgerCheck(LedgerAudit audit, Checks checks, Clock clock) {
        this.audit = audit;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * Begins to look, unless somebody does already. It may take minutes, and nobody waits
     * for it: what is found is shown, and in the service's health.
     */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${integrity.schedule}")
    void begin() {
        var done = new CompletableFuture<Void>();
        if (!this.running.compareAndSet(null, done)) {
            return;
        }
        Thread.ofVirtual().name("ledger-check").start(() -> {
            try {
                look();
            }
            finally {
                this.running.set(null);
                done.complete(null);
            }
        });
    }

    /** Begins to look, and waits for a while. */
    public void begin(Duration patience) {
        begin();
        CompletableFuture<Void> done = this.running.get();
        if (done != null) {
            done.copy().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join();
        }
    }

    private void look() {
        Instant startedAt = this.clock.instant();
        LedgerAudit.Finding finding = this.audit.audit();
        this.checks.add(new Check(startedAt, this.clock.instant(), finding.size(), finding.faults()));
        finding.faults().forEach((fault) -> LOG.error("The ledger is damaged. {}", fault));
    }

    public boolean isRunning() {
        return this.running.get() != null;
    }

    /** The last look. */
    public Optional<Check> last() {
        return newest(1).stream().findFirst();
    }

    /** The last looks, the newest first. */
    public List<Check> newest(int count) {
        return this.checks.newest(count);
    }

}
