package newsletter.subscription.receipt;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every receipt says of the city's side. It must agree with the privacy notice.
 *
 * @param jurisdiction whose law holds: ISO 3166 code
 * @param storageLocations countries where data is kept: ISO 3166 codes
 * @param processors who works for the city under contract: shown as they are written
 * @param retention how long data is kept
 * @param authority where one complains
 * @param in the last three in other languages, by their tags
 */
@Validated
@ConfigurationProperties("receipts")
record ReceiptProperties(@DefaultValue("GB") @NotBlank String jurisdiction,
        @DefaultValue("GB") @NotEmpty List<@NotBlank String> storageLocations, @DefaultValue( {
                "The company that runs our servers",
                "The company that runs our mail relay" }) @NotEmpty List<@NotBlank String> processors,
        @DefaultValue("Until the consent ends, and the record of it for 6 years after that, "
                + "under a random number") @NotBlank String retention,
        @DefaultValue("The supervisory authority for data protection") @NotBlank String authority,
        @DefaultValue Map<String, @Valid Texts> in){

    /** What is said in words. */
    record Texts(@NotEmpty List<@NotBlank String> processors, @NotBlank String retention, @NotBlank String authority) {
    }

    /** In this language if the city has written it down, or else in its first. */
    Texts texts(String language) {
        return this.in.getOrDefault(language, new Texts(this.processors, this.retention, this.authority));
    }

}
