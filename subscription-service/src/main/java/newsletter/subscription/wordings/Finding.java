package newsletter.subscription.wordings;

/**
 * What a text lacks, or should not have.
 *
 * @param key as messages call it
 * @param about the words that are missing, or too many; may be empty
 */
record Finding(String key, String about) {

    Finding(String key) {
        this(key, "");
    }

}
