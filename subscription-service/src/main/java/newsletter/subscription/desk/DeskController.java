package newsletter.subscription.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;

/** The door: leads to the first place that somebody may see. */
@StaffController
class DeskController {

    @GetMapping("/staff")
    String enter(HttpServletRequest request) {
        return "redirect:" + DeskPages.places(request).getFirst().path();
    }

}
