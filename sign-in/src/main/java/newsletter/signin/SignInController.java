package newsletter.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where people sign in. */
@Controller
class SignInController {

    private static final String PATH = "${sign-in.path:}";

    /**
     * What the page offers.
     *
     * @param path what addresses of the staff area begin with
     * @param passwords whether anybody signs in with a password
     * @param providers the identity providers
     * @param demoUsers names of those whose password is in the documentation; shown only
     * in development mode
     */
    record Offer(String path, boolean passwords, List<Provider> providers, List<String> demoUsers) {

        /** An identity provider and the link that leads there. */
        record Provider(String name, String link) {
        }

    }

    /** What is typed. The password is read by the security filter, and only there. */
    record SignInForm(@Nullable String username) {

        /** The page has a field of this name. */
        public @Nullable String getPassword() {
            return null;
        }

    }

    private final Offer offer;

    SignInController(Offer offer) {
        this.offer = offer;
    }

    /**
     * Shows the page; for the second time if the security filter could not let somebody
     * in, and then with the reason.
     */
    @RequestMapping(path = { PATH + StaffArea.PAGE, PATH + StaffArea.PAGE_AGAIN },
            method = { RequestMethod.GET, RequestMethod.POST })
    String ask(@ModelAttribute("form") SignInForm form, BindingResult errors,
            @RequestAttribute(name = StaffArea.FAILURE, required = false) @Nullable AuthenticationException failure,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut, Model model,
            HttpServletResponse response) {
        if (failure != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String reason = reason(failure);
            if (failure instanceof OAuth2AuthenticationException) {
                errors.reject("refused", reason);
            }
            else {
                errors.rejectValue("username", "refused", reason);
            }
        }
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("offer", this.offer);
        return "sign-in/sign-in";
    }

    private static String reason(AuthenticationException failure) {
        return switch (failure) {
            case BadCredentialsException _ -> "The name or the password is wrong";
            case LockedException _ -> "Too many failed attempts. Wait 15 minutes, then try again";
            case OAuth2AuthenticationException refused when refused.getError()
                .getErrorCode()
                .equals(OidcRoles.NO_ROLE) -> "Your account has no role here. Ask the person who manages accounts";
            default -> "We could not sign you in. Try again";
        };
    }

}
