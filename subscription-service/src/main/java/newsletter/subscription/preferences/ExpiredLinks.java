package newsletter.subscription.preferences;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Offers a fresh link in the place of one whose time is over. */
@ControllerAdvice
class ExpiredLinks {

    @ExceptionHandler(ExpiredLink.class)
    @ResponseStatus(HttpStatus.GONE)
    String explain() {
        return "preferences-expired";
    }

}
