package newsletter.theme;

import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** A page with every component, and one that fails. */
@SpringBootApplication
@Controller
class Gallery {

    record GalleryForm(
            @NotBlank(message = "Enter an email address") @Email(
                    message = "Enter an email address such as name@example.org") @Nullable String address,
            @NotEmpty(message = "Tick at least one newsletter") @Nullable List<String> newsletters,
            @NotBlank(message = "Choose how often") @Nullable String often, @Nullable String language,
            @NotBlank(message = "Write something") @Nullable String text,
            @AssertTrue(message = "Say that you are 13 or older") boolean grown) {

    }

    static class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

    }

    /** What the services' security sends: with it a browser refuses anything inline. */
    @Bean
    static Filter policy() {
        return (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Content-Security-Policy", "default-src 'self'");
            chain.doFilter(request, response);
        };
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("newsletters",
                List.of(new Option("mayor", "Email from the Mayor", "What the mayor does and decides, once a month."),
                        new Option("works", "Road works", "Closures and diversions, every Friday.")));
        model.addAttribute("rhythm", List.of(new Option("each", "Each one"), new Option("digest", "Once a month")));
        model.addAttribute("languages", List.of(new Option("en", "English"), new Option("cy", "Cymraeg")));
    }

    @GetMapping("/gallery")
    String show(Model model, @RequestParam(defaultValue = "false") boolean wide) {
        model.addAttribute("form", new GalleryForm("ada@example.org", List.of("works"), "each", "cy", "Dear", true));
        model.addAttribute("wide", wide);
        return "gallery";
    }

    @ResponseBody
    @PostMapping("/preview")
    String preview(@RequestParam String text) {
        return "<p>" + HtmlUtils.htmlEscape(text) + "</p>";
    }

    @PostMapping("/gallery")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String send(@Valid @ModelAttribute("form") GalleryForm form, BindingResult errors) {
        return "gallery";
    }

    @GetMapping("/plain")
    String plain() {
        return "plain";
    }

    @GetMapping("/fails")
    String fail(@RequestParam int status) {
        throw new ResponseStatusException(HttpStatus.valueOf(status), "secret detail");
    }

    @GetMapping("/unreachable")
    String unreachable() {
        throw new Unreachable();
    }

    @ExceptionHandler(Unreachable.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String on(Unreachable unreachable) {
        return "error/503";
    }

}
