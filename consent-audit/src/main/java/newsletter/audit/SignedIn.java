package newsletter.audit;

import java.security.Principal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who is signed in. */
@ControllerAdvice
class SignedIn {

    @ModelAttribute("signedIn")
    @Nullable String signedIn(@Nullable Principal officer) {
        return (officer != null) ? officer.getName() : null;
    }

}
