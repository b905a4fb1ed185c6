package newsletter.audit.access;

import java.security.Principal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import newsletter.audit.history.Times;

/** What every page of the desk needs: who is signed in, and how the city tells time. */
@ControllerAdvice
class DeskModel {

    private final Times times;

    DeskModel(Times times) {
        this.times = times;
    }

    @ModelAttribute("signedIn")
    @Nullable String name(@Nullable Principal principal) {
        return (principal != null) ? principal.getName() : null;
    }

    @ModelAttribute("times")
    Times times() {
        return this.times;
    }

}
