package newsletter.devstack.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as a mail server stores it: on top are lines that say how it came in and for
 * whom. Our services never write these headers themselves.
 */
final class StoredMail {

    private static final Pattern TOP = Pattern.compile(
            "\\A(?:(?:Return-Path|Delivered-To|Received|Bcc):.*\\r?\\n(?:[ \\t].*\\r?\\n)*)+",
            Pattern.CASE_INSENSITIVE);

    private final String top;

    private final String mail;

    private StoredMail(String top, String mail) {
        this.top = top;
        this.mail = mail;
    }

    static StoredMail of(byte[] stored) {
        String source = new String(stored, StandardCharsets.ISO_8859_1);
        Matcher top = TOP.matcher(source);
        int end = top.find() ? top.end() : 0;
        return new StoredMail(source.substring(0, end), source.substring(end));
    }

    /** Values from the top, without angle brackets. */
    List<String> all(String header) {
        return Pattern.compile("^" + header + ": *<?([^>\\r\\n]*)>?", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE)
            .matcher(top)
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();
    }

    Optional<String> first(String header) {
        return all(header).stream().findFirst();
    }

    /** The mail as it was sent. */
    byte[] mail() {
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }

}
