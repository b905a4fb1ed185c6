package newsletter.subscription;

import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import newsletter.subscription.consent.DeadLink;

/** Says kindly that a link does nothing, why, and where to begin again. */
@ControllerAdvice
class DeadLinks {

    @ExceptionHandler
    ModelAndView explain(DeadLink link) {
        HttpStatus status = (link.reason() == DeadLink.Reason.UNKNOWN) ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
        return new ModelAndView("dead-link", Map.of("reason", link.reason().name().toLowerCase(Locale.ROOT)), status);
    }

}
