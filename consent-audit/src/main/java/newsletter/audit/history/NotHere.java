package newsletter.audit.history;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such entry, or not for this look. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

}
