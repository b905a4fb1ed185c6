package newsletter.devstack.server;

/** Why nothing was started, in words for the person at the terminal. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Refusal(String message) {
        this(message, 1);
    }

    Refusal(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    String words() {
        return String.valueOf(getMessage());
    }

}
