package newsletter.subscription.preferences;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The time of a link is over; a fresh one can be asked for. */
@ResponseStatus(HttpStatus.GONE)
final class ExpiredLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExpiredLink() {
        super("The time of a link is over");
    }

}
