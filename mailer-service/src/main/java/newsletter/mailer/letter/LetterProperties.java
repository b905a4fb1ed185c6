package newsletter.mailer.letter;

import java.time.Duration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How letters are written and sent.
 *
 * @param senderAddress the address in From; the name is the city's
 * @param welcomeWithin how long after a consent its receipt is still sent; one that is
 * older is history being read again
 * @param connections how many connections to the mail server letters get
 * @param pollInterval how long a connection rests that found nothing to do
 * @param firstRetry how long a letter waits that was put off once; doubles each time, up
 * to five minutes
 */
@Validated
@ConfigurationProperties("mailer.letter")
record LetterProperties(@NotBlank @Email String senderAddress, @DefaultValue("7d") Duration welcomeWithin,
        @DefaultValue("2") @Min(0) @Max(64) int connections, @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("5s") Duration firstRetry) {
}
