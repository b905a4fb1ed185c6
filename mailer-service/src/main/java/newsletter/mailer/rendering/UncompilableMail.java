package newsletter.mailer.rendering;

/** The bytes are no mail that recipients' fields could be spliced into. */
public class UncompilableMail extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncompilableMail(String message) {
        super(message);
    }

}
