package newsletter.signin;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page where people sign in. */
@Controller
class SignInController {

    /**
     * What the page offers.
     *
     * @param passwords whether anybody signs in with a password
     * @param providers the identity providers
     * @param demoUsers names of those whose password is in the documentation; shown only
     * in development mode
     */
    record Offer(boolean passwords, List<Way> providers, List<String> demoUsers) {
    }

    /** An identity provider and the link that leads there. */
    record Way(String name, String link) {
    }

    private final Offer offer;

    SignInController(Offer offer) {
        this.offer = offer;
    }

    @GetMapping(StaffArea.PAGE)
    String ask(@RequestParam(name = "signed-out", required = false) @Nullable String signedOut, Model model) {
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("offer", this.offer);
        return "sign-in/sign-in";
    }

    /** Reached only by the security filter, when somebody could not be let in. */
    @PostMapping(StaffArea.PAGE)
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String askAgain(@RequestAttribute(name = StaffArea.FAILURE) AuthenticationException failure,
            @RequestParam(name = "username", required = false) @Nullable String username, Model model) {
        model.addAttribute("signedOut", false);
        model.addAttribute("offer", this.offer);
        model.addAttribute("username", username);
        model.addAttribute("problem", switch (failure) {
            case LockedException _ -> "Too many failed attempts. Wait 15 minutes and try again";
            case BadCredentialsException _ -> "The name or the password is wrong";
            default -> "We could not sign you in";
        });
        return "sign-in/sign-in";
    }

}
