package newsletter.mailer.delivery;

/** A test mail did not go out; the message says why, without an address. */
public final class TestNotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TestNotSent(String reason) {
        super(reason);
    }

}
