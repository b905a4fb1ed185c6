package newsletter.subscription.settings;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.desk.StaffController;

/** Where staff see all newsletters. */
@StaffController
class SettingsController {

    private final Catalogue catalogue;

    SettingsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/staff/newsletters")
    String list(Model model) {
        model.addAttribute("newsletters", this.catalogue.published());
        return "settings/list";
    }

}
