package newsletter.subscription.consent;

import java.security.SecureRandom;

/**
 * Names a receipt: random, so that nobody can guess another's, and made of characters
 * that are not mistaken for one another on the telephone.
 */
public final class ReceiptNumber {

    private static final String CHARACTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private ReceiptNumber() {
    }

    /** Such as {@code 7K3M-92QF-X4TD}. */
    public static String random() {
        return group() + "-" + group() + "-" + group();
    }

    private static String group() {
        var group = new StringBuilder();
        RANDOM.ints(4, 0, CHARACTERS.length()).mapToObj(CHARACTERS::charAt).forEach(group::append);
        return group.toString();
    }

}
