package newsletter.personaldata;

import org.jspecify.annotations.Nullable;

/** A key file that cannot, or must not, be used. Says which and what to do. */
public final class UnusableKeyset extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableKeyset(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

}
