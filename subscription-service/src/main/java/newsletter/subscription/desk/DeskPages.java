package newsletter.subscription.desk;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
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

    /**
     * Attributes of the request and not of the model: pages that say no need them too.
     */
    @ModelAttribute
    void whoAndWhere(HttpServletRequest request) {
        request.setAttribute("signedIn", request.getRemoteUser());
        request.setAttribute("places", places(request));
        request.setAttribute("desks", this.desks);
        request.setAttribute("times", this.times);
    }

    static List<Place> places(HttpServletRequest request) {
        return Stream.of(Place.values())
            .filter((place) -> place.roles().stream().anyMatch((role) -> request.isUserInRole(role.name())))
            .toList();
    }

}
