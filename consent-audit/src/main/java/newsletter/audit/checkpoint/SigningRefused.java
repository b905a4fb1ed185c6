package newsletter.audit.checkpoint;

/** The tree must not be signed. Says why, in words for an officer. */
final class SigningRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SigningRefused(String message) {
        super(message);
    }

}
