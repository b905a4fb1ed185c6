package newsletter.subscription.accesslink;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.personaldata.AddressTags;

/** The form that asks for a link, and the page that is the same for every address. */
@Controller
class LinkController {

    private final LinkWishes wishes;

    private final AddressTags tags;

    LinkController(LinkWishes wishes, AddressTags tags) {
        this.wishes = wishes;
        this.tags = tags;
    }

    @GetMapping({ "/preferences", "/your-data" })
    String form(Model model) {
        model.addAttribute("form", LinkForm.EMPTY);
        return "link-form";
    }

    @PostMapping("/preferences")
    String ask(@ModelAttribute("form") LinkForm form, BindingResult errors, HttpServletResponse response) {
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "link-form";
        }
        form.address().ifPresent((address) -> this.wishes.add(this.tags.tags(address)));
        return "redirect:/preferences/check-your-email";
    }

    @GetMapping("/preferences/check-your-email")
    String checkYourEmail() {
        return "link-asked";
    }

}
