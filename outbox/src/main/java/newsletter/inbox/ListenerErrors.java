package newsletter.inbox;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException;
import org.springframework.messaging.handler.invocation.MethodArgumentResolutionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.core.JacksonException;

/**
 * What happens when a listener throws. An unreadable record is put aside at once, since
 * it will never become readable. Anything else is tried until it works, and nothing
 * behind it is read before: a letter late is better than a letter lost.
 */
class ListenerErrors extends DefaultErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(ListenerErrors.class);

    /** Every ten minutes, at 30 s each. */
    private static final int ATTEMPTS_BETWEEN_REMINDERS = 20;

    ListenerErrors(DeadLetters deadLetters) {
        super(deadLetters, withoutEnd());
        // Not Spring's own list: it takes a bug, such as a failed cast, for a bad record.
        setClassifications(Map.of(JacksonException.class, false, Unreadable.class, false,
                // No listener method takes what is in the record: a tombstone, mostly.
                MethodArgumentNotValidException.class, false, MethodArgumentResolutionException.class, false,
                MessageConversionException.class, false, ConversionException.class, false), true);
        setReclassifyOnExceptionChange(false);
        setLogLevel(KafkaException.Level.DEBUG);
        setRetryListeners(new Log());
    }

    private static BackOff withoutEnd() {
        var backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(30_000);
        return backOff;
    }

    /**
     * A batch listener that does not say which record is unreadable would have all of the
     * batch put aside. It is tried again instead, until somebody corrects it.
     */
    @Override
    protected <K, V> ConsumerRecords<K, V> handle(Exception failure, ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer, MessageListenerContainer container, Runnable listener) {
        Exception known = failure;
        if (isUnreadable(failure) && !namesARecord(failure)) {
            known = new IllegalStateException(
                    "A batch listener names the unreadable record with a BatchListenerFailedException: "
                            + Reason.of(failure));
        }
        return super.handle(known, records, consumer, container, listener);
    }

    private boolean isUnreadable(@Nullable Throwable failure) {
        return !getExceptionMatcher().match(failure);
    }

    private static boolean namesARecord(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BatchListenerFailedException) {
                return true;
            }
        }
        return false;
    }

    /** One line with all there is to know, then a reminder now and then. */
    private final class Log implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
            failed("%s-%d@%d".formatted(record.topic(), record.partition(), record.offset()), failure, attempt);
        }

        @Override
        public void failedDelivery(ConsumerRecords<?, ?> records, @Nullable Exception failure, int attempt) {
            failed("A batch of " + List.copyOf(records.partitions()), failure, attempt);
        }

        private void failed(String what, @Nullable Exception failure, int attempt) {
            if (isUnreadable(failure)) {
                return;
            }
            if (attempt == 1) {
                log.warn("{} failed and will be tried until it works", what, failure);
            }
            else if (attempt % ATTEMPTS_BETWEEN_REMINDERS == 0) {
                log.warn("{} has failed {} times", what, attempt);
            }
        }

    }

}
