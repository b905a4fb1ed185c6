package newsletter.audit.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The look was too long ago, or another officer's, or never recorded. */
@ResponseStatus(HttpStatus.GONE)
public final class ViewEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

}
