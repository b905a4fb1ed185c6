package newsletter.audit;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Tells people to come back later while PostgreSQL does not answer. The pool tries again
 * with every request, so that nobody has to restart anything.
 */
@ControllerAdvice
class DatabaseAway {

    @ExceptionHandler({ DataAccessResourceFailureException.class, TransientDataAccessException.class,
            CannotCreateTransactionException.class, TransactionSystemException.class })
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String later() {
        return "error/503";
    }

}
