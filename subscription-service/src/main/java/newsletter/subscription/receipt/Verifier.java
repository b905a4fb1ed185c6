package newsletter.subscription.receipt;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import newsletter.subscription.receipt.ReceiptKeys.Opened;

/**
 * Checks what somebody takes for a receipt of ours, by its signature alone: has no
 * database to look anybody up in, and tells nobody.
 */
@Component
class Verifier {

    /** About ten times an ordinary receipt. The door lets no more of a form in anyway. */
    static final int MAX_LENGTH = 60_000;

    private final ReceiptKeys keys;

    Verifier(ReceiptKeys keys) {
        this.keys = keys;
    }

    /** What a text that somebody takes for a receipt of ours turns out to be. */
    enum Finding {

        /** We signed it, and it is as it was. */
        GENUINE,

        /** It names one of our keys, and says something that we did not sign with it. */
        CHANGED,

        /** It is not signed, or not with a key of ours. */
        NOT_OURS,

        /** It is no receipt at all, or not a whole one. */
        UNREADABLE,

        /** It is longer than any receipt. */
        TOO_LONG,

        /** Nothing. */
        MISSING

    }

    /**
     * What was found.
     *
     * @param document what the receipt says; present if, and only if, it is genuine
     */
    record Verdict(Finding finding, @Nullable Document document) {

        static Verdict only(Finding finding) {
            return new Verdict(finding, null);
        }

    }

    /** Checks a JWS, or the file that has it in it. */
    Verdict check(String pasted) {
        if (pasted.length() > MAX_LENGTH) {
            return Verdict.only(Finding.TOO_LONG);
        }
        String text = pasted.strip();
        if (text.isEmpty()) {
            return Verdict.only(Finding.MISSING);
        }
        try {
            return text.startsWith("{") ? checkFile(text) : checkSigned(text, Optional.empty());
        }
        catch (JacksonException ex) {
            return Verdict.only(Finding.UNREADABLE);
        }
    }

    private Verdict checkFile(String text) {
        ObjectNode file = (ObjectNode) ReceiptJson.tree(text);
        JsonNode signature = file.remove(ReceiptJson.SIGNATURE);
        if (signature == null) {
            return Verdict.only(Finding.NOT_OURS);
        }
        return signature.isString() ? checkSigned(signature.stringValue(), Optional.of(file))
                : Verdict.only(Finding.UNREADABLE);
    }

    /**
     * Checks the signature, and that what stands around it is what was signed: a person
     * reads that, and not the signature.
     */
    private Verdict checkSigned(String jws, Optional<JsonNode> around) {
        // Mail programs and people break long lines.
        Opened opened = this.keys.open(jws.replaceAll("\\s+", ""));
        if (opened.finding() != Finding.GENUINE) {
            return Verdict.only(opened.finding());
        }
        JsonNode payload = ReceiptJson.tree(opened.payload());
        if (around.isPresent() && !around.get().equals(payload)) {
            return Verdict.only(Finding.CHANGED);
        }
        Document document = ReceiptJson.document(payload);
        // One of ours that is written in a way we do not know is not shown half.
        return Document.SCHEMA.equals(document.schemaVersion()) ? new Verdict(Finding.GENUINE, document)
                : Verdict.only(Finding.UNREADABLE);
    }

}
