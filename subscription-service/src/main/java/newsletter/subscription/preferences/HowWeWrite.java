package newsletter.subscription.preferences;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.LanguageChanged;
import newsletter.subscription.SiteProperties;
import newsletter.subscription.contact.Subscribers;

/**
 * When and in which language a person is written to. What they agreed to is not touched.
 * Each is one transaction under the lock on their row, and what is so already is not told
 * again.
 */
@Service
class HowWeWrite {

    private final Subscribers subscribers;

    private final Habits habits;

    private final SiteProperties site;

    private final Clock clock;

    HowWeWrite(Subscribers subscribers, Habits habits, SiteProperties site, Clock clock) {
        this.subscribers = subscribers;
        this.habits = habits;
        this.site = site;
        this.clock = clock;
    }

    /** No newsletters before that day begins in the city. */
    @Transactional
    void pause(UUID subscriberId, LocalDate day) {
        if (this.subscribers.lock(subscriberId)) {
            Instant now = this.clock.instant();
            Instant until = day.atStartOfDay(this.site.zone()).toInstant();
            if (this.habits.until(subscriberId, now).filter(until::equals).isEmpty()) {
                this.habits.add(new DeliveriesPaused(UUID.randomUUID(), subscriberId, now, until));
            }
        }
    }

    @Transactional
    void resume(UUID subscriberId) {
        if (this.subscribers.lock(subscriberId)) {
            Instant now = this.clock.instant();
            if (this.habits.until(subscriberId, now).isPresent()) {
                this.habits.end(new DeliveriesResumed(UUID.randomUUID(), subscriberId, now));
            }
        }
    }

    /**
     * Has letters written in another language from now on.
     * @param language one that we speak
     */
    @Transactional
    void speak(UUID subscriberId, String language) {
        this.subscribers.known(subscriberId).filter((known) -> !known.language().equals(language)).ifPresent((_) -> {
            Instant now = this.clock.instant();
            this.subscribers.changeLanguage(subscriberId, language, now);
            this.habits.add(new LanguageChanged(UUID.randomUUID(), subscriberId, now, language));
        });
    }

}
