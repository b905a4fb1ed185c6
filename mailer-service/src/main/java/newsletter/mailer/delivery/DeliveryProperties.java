package newsletter.mailer.delivery;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import newsletter.events.DeliveryReport.DeliveriesReported;

/**
 * How editions are sent.
 *
 * @param connections how many connections to the mail server editions get
 * @param batchSize how many mails a connection takes up at once, and so how many a crash
 * leaves unknown, per connection
 * @param pollInterval how long a connection rests that found nothing to do
 * @param firstRetry how long a mail waits that was put off once; doubles each time, up to
 * an hour
 * @param giveUpAfter how long after the start of an edition its mails are tried
 * @param staffAddresses where test mails go, by sign-in name
 */
@Validated
@ConfigurationProperties("mailer.delivery")
record DeliveryProperties(@DefaultValue("4") @Min(0) @Max(64) int connections,
        @DefaultValue("32") @Min(1) @Max(DeliveriesReported.MAX_ROWS) int batchSize,
        @DefaultValue("500ms") Duration pollInterval, @DefaultValue("1m") Duration firstRetry,
        @DefaultValue("72h") Duration giveUpAfter, @DefaultValue Map<String, String> staffAddresses) {
}
