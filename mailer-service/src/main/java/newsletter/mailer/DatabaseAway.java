package newsletter.mailer;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Tells people to come back later while the database does not answer. The pool tries
 * again with every request, so that nobody has to restart anything.
 */
@ControllerAdvice
class DatabaseAway {

    private static final String SECONDS = "30";

    /** The database may also go in the middle of a statement, or of a commit. */
    @ExceptionHandler({ CannotCreateTransactionException.class, DataAccessResourceFailureException.class,
            TransientDataAccessException.class, TransactionSystemException.class })
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String later(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        return "error/503";
    }

}
