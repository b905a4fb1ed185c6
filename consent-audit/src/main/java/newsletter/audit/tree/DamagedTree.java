package newsletter.audit.tree;

/** The stored tree is not the one it should be. Says where, in words for an officer. */
public class DamagedTree extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DamagedTree(String message) {
        super(message);
    }

    /** Its message, which it always has. */
    public String why() {
        return String.valueOf(getMessage());
    }

}
