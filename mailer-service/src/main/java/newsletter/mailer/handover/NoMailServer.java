package newsletter.mailer.handover;

/** The mail server cannot be reached; the message says why, without any address. */
public final class NoMailServer extends Exception {

    private static final long serialVersionUID = 1L;

    NoMailServer(String message) {
        super(message);
    }

}
