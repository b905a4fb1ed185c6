package newsletter.subscription.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import newsletter.subscription.receipt.Verifier.Finding;
import newsletter.subscription.receipt.Verifier.Verdict;

/**
 * Tells anybody whether a receipt is ours, and what they need to find out without us.
 * Looks nobody up, and keeps nothing.
 */
@Controller
class VerifyController {

    private static final MediaType JWK_SET = new MediaType("application", "jwk-set+json", StandardCharsets.UTF_8);

    private static final CacheControl A_WHILE = CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final Verifier verifier;

    private final ReceiptPages pages;

    private final String keySet;

    VerifyController(Verifier verifier, ReceiptPages pages, ReceiptKeys keys) {
        this.verifier = verifier;
        this.pages = pages;
        this.keySet = keys.keySet();
    }

    /** What was pasted. */
    record VerifyForm(@Nullable String receipt) {

        String text() {
            return (this.receipt != null) ? this.receipt : "";
        }

    }

    @GetMapping("/verify")
    String form(Model model) {
        model.addAttribute("form", new VerifyForm(null));
        return "verify";
    }

    /**
     * Answers at once, on no page of its own: there is nothing by which it could be found
     * again.
     */
    @PostMapping("/verify")
    String check(@ModelAttribute("form") VerifyForm form, BindingResult errors, Model model,
            HttpServletResponse response) {
        Verdict verdict = this.verifier.check(form.text());
        return switch (verdict.finding()) {
            case GENUINE, CHANGED, NOT_OURS -> answer(verdict, model);
            case UNREADABLE, TOO_LONG, MISSING -> {
                errors.rejectValue("receipt", "verify.error." + name(verdict.finding()));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield "verify";
            }
        };
    }

    private String answer(Verdict verdict, Model model) {
        Document document = verdict.document();
        if (document == null) {
            model.addAttribute("finding", name(verdict.finding()));
            return "not-genuine";
        }
        this.pages.describe(document, model);
        return "genuine";
    }

    private static String name(Finding finding) {
        return finding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
            .contentType(JWK_SET)
            .cacheControl(A_WHILE)
            .eTag('"' + DigestUtils.md5DigestAsHex(this.keySet.getBytes(StandardCharsets.UTF_8)) + '"')
            .body(this.keySet);
    }

}
