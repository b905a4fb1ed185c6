package newsletter.personaldata;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/**
 * An address that mail can be sent to: an ASCII local part (RFC 5322, dot-atom) at a
 * domain name as UTS-46 has it, non-transitional.
 *
 * <p>
 * {@code jakarta.mail.internet.InternetAddress} takes {@code a@b} and
 * {@code a@[127.0.0.1]}, and {@code java.net.IDN} (IDNA 2003) turns
 * {@code straße.example} into somebody else's domain; so the rules are here.
 */
public final class EmailAddress {

    private static final int MAX_OCTETS = 254;

    private static final int MAX_LOCAL_OCTETS = 64;

    private static final int MAX_DOMAIN_OCTETS = 253;

    private static final Pattern LOCAL_PART = Pattern
        .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z]{2,}|xn--[a-z0-9-]+");

    /**
     * What copying from a web page brings along unseen: zero-width and bidirectional
     * format characters.
     */
    private static final Pattern INVISIBLE = Pattern
        .compile("[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    /**
     * Turns the reading direction. At an end it is left over from copying; within, the
     * address that is seen is not the one that is meant.
     */
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    /** Mailboxes of duty (RFC 2142) whose owners answer for a domain and read no news. */
    private static final Set<String> ROLES = Set.of("abuse", "hostmaster", "mailer-daemon", "noc", "postmaster",
            "security");

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** Refuses labels that mix scripts, such as a Cyrillic letter among Latin ones. */
    private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().setChecks(SpoofChecker.RESTRICTION_LEVEL)
        .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
        .build();

    private final String localPart;

    private final String domain;

    private EmailAddress(String localPart, String domain) {
        this.localPart = localPart;
        this.domain = domain;
    }

    /** Empty if no mail could ever reach what was typed, or if it poses as another. */
    public static Optional<EmailAddress> parse(String typed) {
        String trimmed = trimmed(typed);
        if (TURNS.matcher(trimmed).find()) {
            return Optional.empty();
        }
        String text = INVISIBLE.matcher(trimmed).replaceAll("");
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        String localPart = text.substring(0, at);
        return domain(text.substring(at + 1)).filter((domain) -> isLocalPart(localPart))
            .filter((domain) -> localPart.length() + 1 + domain.length() <= MAX_OCTETS)
            .map((domain) -> new EmailAddress(localPart, domain));
    }

    private static String trimmed(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && isMargin(typed.charAt(from))) {
            from++;
        }
        while (to > from && isMargin(typed.charAt(to - 1))) {
            to--;
        }
        return typed.substring(from, to);
    }

    private static boolean isMargin(char character) {
        return Character.isWhitespace(character) || INVISIBLE.matcher(String.valueOf(character)).matches();
    }

    private static boolean isLocalPart(String localPart) {
        return localPart.length() <= MAX_LOCAL_OCTETS && LOCAL_PART.matcher(localPart).matches();
    }

    private static Optional<String> domain(String typed) {
        if (typed.length() > MAX_DOMAIN_OCTETS || typed.endsWith(".")) {
            return Optional.empty();
        }
        var info = new IDNA.Info();
        String normal = Normalizer2.getNFCInstance().normalize(typed);
        String ascii = UTS46.nameToASCII(normal, new StringBuilder(), info).toString().toLowerCase(Locale.ROOT);
        int lastDot = ascii.lastIndexOf('.');
        if (info.hasErrors() || ascii.length() > MAX_DOMAIN_OCTETS || lastDot < 1
                || !TOP_LEVEL.matcher(ascii.substring(lastDot + 1)).matches() || posesAsAnother(ascii)) {
            return Optional.empty();
        }
        return Optional.of(ascii);
    }

    private static boolean posesAsAnother(String ascii) {
        for (String label : ascii.split("\\.", -1)) {
            String shown = UTS46.labelToUnicode(label, new StringBuilder(), new IDNA.Info()).toString();
            if (LOOKALIKES.failsChecks(shown)) {
                return true;
            }
        }
        return false;
    }

    /** In lower-case ASCII. */
    public String domain() {
        return this.domain;
    }

    /** Where the mail of the same name at another domain goes. */
    public String mailboxAt(String otherDomain) {
        return this.localPart + "@" + otherDomain;
    }

    /**
     * Where mail goes: the local part as typed, since only its host may say what case
     * means, and the domain in lower-case ASCII.
     */
    public String mailbox() {
        return mailboxAt(this.domain);
    }

    /** What makes two addresses the same person to us: all of it in lower case. */
    public String canonical() {
        return mailbox().toLowerCase(Locale.ROOT);
    }

    /**
     * One address for all spellings that often reach one mailbox: without dots, and
     * without what follows a plus. For counting letters, never for telling people apart
     * (A-11): some hosts hold them for different people.
     */
    public EmailAddress plainest() {
        int plus = this.localPart.indexOf('+');
        String plain = ((plus > 0) ? this.localPart.substring(0, plus) : this.localPart).replace(".", "");
        return new EmailAddress(plain, this.domain);
    }

    /** Whether it is a mailbox of duty, such as postmaster (A-15). */
    public boolean isRole() {
        return ROLES.contains(plainest().localPart.toLowerCase(Locale.ROOT));
    }

    /** Enough for its owner to know it again: {@code a…@example.org}. */
    public String masked() {
        return this.localPart.charAt(0) + "…@" + this.domain;
    }

    @Override
    public boolean equals(Object other) {
        return (other instanceof EmailAddress address) && canonical().equals(address.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    /** Not the address: what is printed ends up in a log. */
    @Override
    public String toString() {
        return "an email address";
    }

}
