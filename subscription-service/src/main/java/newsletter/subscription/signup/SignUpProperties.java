package newsletter.subscription.signup;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a form may make us write to somebody, and who is too quick to have
 * read it.
 *
 * @param lettersADay how many letters one address gets in 24 hours, whoever asks; the
 * page that follows the form says so
 * @param sameLetterAfter how long after one letter another may ask about the same
 * newsletters
 * @param mute how long an address is left alone whose owner did not ask
 * @param minimumFillTime a form that comes back sooner was sent by a robot: nobody reads,
 * ticks a box and enters an address in it, even where the browser knows the address
 */
@Validated
@ConfigurationProperties("sign-up")
record SignUpProperties(@DefaultValue("3") @Min(1) int lettersADay, @DefaultValue("10m") Duration sameLetterAfter,
        @DefaultValue("30d") Duration mute, @DefaultValue("1s") Duration minimumFillTime) {
}
