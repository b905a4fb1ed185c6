package newsletter.mailer.edition;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.HandlerMapping;

import newsletter.mailer.site.PublicSite;
import newsletter.signin.Role;

/** What all pages of the desk share. Who may do what stands beside each of them. */
@ControllerAdvice(basePackageClasses = DeskPages.class)
@EnableMethodSecurity
class DeskPages {

    static final String EDITOR = "hasRole('EDITOR')";

    static final String APPROVER = "hasRole('APPROVER')";

    private final LocalTimes times;

    private final PublicSite site;

    DeskPages(LocalTimes times, PublicSite site) {
        this.times = times;
        this.site = site;
    }

    @ModelAttribute
    void whoAndWhen(HttpServletRequest request, Model model) {
        model.addAttribute("times", this.times);
        model.addAttribute("staffArea", this.site.staffArea());
        model.addAttribute("signedIn", request.getRemoteUser());
        model.addAttribute("editor", request.isUserInRole(Role.EDITOR.name()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String refused(Refused refused, HttpServletRequest request, Model model) {
        whoAndWhen(request, model);
        model.addAttribute("reason", refused.getMessage());
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            model.addAttribute("edition", path.get("id"));
        }
        return "edition/refused";
    }

    @ExceptionHandler(UnknownEdition.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown() {
        return "error/404";
    }

}
