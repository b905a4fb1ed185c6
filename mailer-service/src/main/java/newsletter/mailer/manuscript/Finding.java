package newsletter.mailer.manuscript;

/**
 * Something an editor should know before residents see it.
 *
 * @param line where in the Markdown it is, from 1; 0 if it concerns all of it
 */
public record Finding(Severity severity, int line, String message) {

    /** How bad it is. */
    public enum Severity {

        /** Cannot be sent like this. */
        ERROR,

        /** Can be sent, and probably should not. */
        WARNING

    }

    public static Finding error(int line, String message) {
        return new Finding(Severity.ERROR, line, message);
    }

    public static Finding warning(int line, String message) {
        return new Finding(Severity.WARNING, line, message);
    }

    public boolean isError() {
        return this.severity == Severity.ERROR;
    }

}
