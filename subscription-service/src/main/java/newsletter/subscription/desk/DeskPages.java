package newsletter.subscription.desk;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import newsletter.subscription.SiteProperties;

/** What all pages of the staff area share: who is here, where they may go, and times. */
@ForStaff
@ControllerAdvice(annotations = StaffController.class)
class DeskPages {

    private final DeskProperties desks;

    private final CityTimes times;

    DeskPages(DeskProperties desks, SiteProperties site) {
        this.desks = desks;
        this.times = new CityTimes(site.zone());
    }

    @ModelAttribute
    void whoAndWhere(HttpServletRequest request, Model model) {
        model.addAttribute("signedIn", request.getRemoteUser());
        model.addAttribute("places", places(request));
        model.addAttribute("desks", this.desks);
        model.addAttribute("times", this.times);
    }

    static List<Place> places(HttpServletRequest request) {
        return Stream.of(Place.values())
            .filter((place) -> place.roles().stream().anyMatch((role) -> request.isUserInRole(role.name())))
            .toList();
    }

}
