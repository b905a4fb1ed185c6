package newsletter.mailer.delivery;

/** The mail server did not take a test mail; the message says why, without an address. */
public final class TestNotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TestNotSent(String reason) {
        super(reason);
    }

}
