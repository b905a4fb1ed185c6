package newsletter.audit.ledger;

/** Somebody else has appended in between. The batch is rolled back and taken again. */
public final class HeadMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HeadMoved(String message) {
        super(message);
    }

}
