package newsletter.devstack.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Mailpit stores, without the lines it puts on top: how the mail came in, and for
 * whom if the mail does not say. Our services never write these headers.
 */
final class MailpitMail {

    private static final Pattern ON_TOP = Pattern
        .compile("\\A(?:(?:Return-Path|Received|Bcc):.*\\r?\\n(?:[ \\t].*\\r?\\n)*)+", Pattern.CASE_INSENSITIVE);

    private static final Pattern RETURN_PATH = Pattern.compile("^Return-Path: *<([^>]*)>",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private MailpitMail() {
    }

    static ReceivedMail of(byte[] stored, List<String> recipients, String headerFrom, Instant at) {
        String source = new String(stored, StandardCharsets.ISO_8859_1);
        Matcher onTop = ON_TOP.matcher(source);
        int start = onTop.find() ? onTop.end() : 0;
        Matcher returnPath = RETURN_PATH.matcher(source.substring(0, start));
        String from = returnPath.find() ? returnPath.group(1) : headerFrom;
        return new ReceivedMail(from, recipients, at, source.substring(start).getBytes(StandardCharsets.ISO_8859_1));
    }

}
