package newsletter.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Sign-in is configured so that nobody, or anybody, could enter: we do not start. */
final class UnsafeSignIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    UnsafeSignIn(String message, String action) {
        super(message);
        this.action = action;
    }

    /** Shows the reason and the way out instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnsafeSignIn> {

        @Override
        protected FailureAnalysis analyze(Throwable root, UnsafeSignIn cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }

    }

}
