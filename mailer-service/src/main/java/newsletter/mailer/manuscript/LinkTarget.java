package newsletter.mailer.manuscript;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a link may lead, spelled so that HTML, text and sanitiser all leave it as it is.
 */
final class LinkTarget {

    static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel");

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
            + "-._~:/?#[]@!$&*+,;=";

    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private LinkTarget() {
    }

    /** Empty if no link in our mails may lead there. */
    static Optional<String> of(String destination) {
        String encoded = encode(destination.strip());
        try {
            var uri = new URI(encoded);
            String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
            if (!SCHEMES.contains(scheme)) {
                return Optional.empty();
            }
            boolean web = scheme.startsWith("http");
            // What stands before an @ poses as the host:
            // https://city.example@evil.example
            if (web && (uri.getRawAuthority() == null || uri.getRawAuthority().contains("@"))) {
                return Optional.empty();
            }
            return Optional.of(encoded);
        }
        catch (URISyntaxException ex) {
            return Optional.empty();
        }
    }

    /** Also what the sanitiser would encode, so that both parts hold the same link. */
    private static String encode(String destination) {
        var encoded = new StringBuilder(destination.length());
        var escape = ESCAPED.matcher(destination);
        for (int i = 0; i < destination.length();) {
            int character = destination.codePointAt(i);
            if (PLAIN.indexOf(character) >= 0
                    || (character == '%' && escape.region(i, destination.length()).lookingAt())) {
                encoded.appendCodePoint(character);
            }
            else {
                for (byte part : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format(Locale.ROOT, "%%%02X", part));
                }
            }
            i += Character.charCount(character);
        }
        return encoded.toString();
    }

}
