package newsletter.audit.reading;

/** A record is not one that we know. The message never quotes it. */
final class NotReadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReadable(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    static void unless(boolean condition, String reason) {
        if (!condition) {
            throw new NotReadable(reason);
        }
    }

}
