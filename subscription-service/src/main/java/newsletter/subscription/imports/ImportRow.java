package newsletter.subscription.imports;

import org.jspecify.annotations.Nullable;

import newsletter.subscription.contact.Crowd.Newcomer;

/**
 * One line of a file that names an address and a newsletter of ours.
 *
 * @param newcomer how the person is reached, under the id that they get if they are new
 * @param proof absent if there is no complete one
 */
record ImportRow(int line, Newcomer newcomer, String newsletterId, @Nullable Proof proof) {

    /** The same for all lines of one address. */
    String tag() {
        return this.newcomer.tag();
    }

    String language() {
        return this.newcomer.language();
    }

}
