package newsletter.subscription.imports;

import java.util.Set;

/**
 * What is known of a person before a line is decided on. All by newsletter.
 *
 * @param unwanted whether the address is suppressed, or its owner wants no letter that
 * asks
 * @param taken what they agreed to, for its present purpose
 * @param left what they agreed to last, and left
 * @param asked what they were asked for, and may still answer
 * @param askedBefore what an import asked them for once
 */
record Standing(boolean unwanted, Set<String> taken, Set<String> left, Set<String> asked, Set<String> askedBefore) {

    /** Of somebody we do not know. */
    static final Standing NEW = new Standing(false, Set.of(), Set.of(), Set.of(), Set.of());

}
