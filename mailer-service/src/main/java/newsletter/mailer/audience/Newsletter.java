package newsletter.mailer.audience;

/**
 * A newsletter as it is now.
 *
 * @param id stable and readable: {@code mayor}
 * @param purposeVersion consent to an earlier one is not consent to this
 * @param sender the name in From
 * @param senderAddress the address in From
 * @param frequency how often it comes, in words
 * @param language BCP 47 tag
 */
public record Newsletter(String id, String name, String purpose, int purposeVersion, String sender,
        String senderAddress, String frequency, String language) {
}
