package newsletter.subscription.receipt;

import java.util.List;

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
 */
@Validated
@ConfigurationProperties("receipts")
record ReceiptProperties(@DefaultValue("GB") @NotBlank String jurisdiction,
        @DefaultValue("GB") @NotEmpty List<@NotBlank String> storageLocations, @DefaultValue( {
                "The company that runs our servers",
                "The company that runs our mail relay" }) @NotEmpty List<@NotBlank String> processors,
        @DefaultValue("Until the consent ends, and the record of it for 6 years after that, "
                + "under a random number") @NotBlank String retention,
        @DefaultValue("The supervisory authority for data protection") @NotBlank String authority){
}
