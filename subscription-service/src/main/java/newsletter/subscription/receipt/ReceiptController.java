package newsletter.subscription.receipt;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.receipt.Documents.Signed;

/** A person's own receipt: to read, to print, and to keep as a file. */
@Controller
class ReceiptController {

    /** With the character set: without it a string would leave as Latin 1. */
    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);

    private final SignedLinks links;

    private final Receipts receipts;

    private final Documents documents;

    private final ReceiptPages pages;

    ReceiptController(SignedLinks links, Receipts receipts, Documents documents, ReceiptPages pages) {
        this.links = links;
        this.receipts = receipts;
        this.documents = documents;
        this.pages = pages;
    }

    @GetMapping("/receipts/{token}")
    String show(@PathVariable String token, Model model) {
        Receipt receipt = receipt(token);
        this.pages.describe(this.documents.sign(receipt).document(), receipt, model);
        model.addAttribute("token", token);
        return "receipt";
    }

    /** The signed receipt, with nothing that happened since. */
    @GetMapping("/receipts/{token}/receipt.json")
    ResponseEntity<String> json(@PathVariable String token) {
        Receipt receipt = receipt(token);
        return ResponseEntity.ok()
            .contentType(JSON)
            .header(HttpHeaders.CONTENT_DISPOSITION, attachment(receipt, "json"))
            .body(this.documents.sign(receipt).file());
    }

    /** The same for reading without us: a page that loads nothing. */
    @GetMapping("/receipts/{token}/receipt.html")
    String html(@PathVariable String token, Model model, HttpServletResponse response) {
        Receipt receipt = receipt(token);
        Signed signed = this.documents.sign(receipt);
        this.pages.describe(signed.document(), model);
        model.addAttribute("signature", signed.signature());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(receipt, "html"));
        return "receipt-file";
    }

    private Receipt receipt(String token) {
        return this.links.read(Action.RECEIPT, token)
            .flatMap((link) -> this.receipts.find(link.subscriberId(), link.about()))
            .orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
    }

    private static String attachment(Receipt receipt, String extension) {
        return ContentDisposition.attachment()
            .filename("receipt-" + receipt.number() + "." + extension)
            .build()
            .toString();
    }

}
