package newsletter.subscription.review;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.desk.StaffController;

/** Says why something was not done, and that nothing was changed. */
@ForStaff
@ControllerAdvice(annotations = StaffController.class)
class RefusalPages {

    @ExceptionHandler
    ModelAndView refused(Refused refused) {
        var page = new ModelAndView("desk/refused", HttpStatus.CONFLICT);
        page.addObject("reason", refused.reason().key());
        return page;
    }

}
