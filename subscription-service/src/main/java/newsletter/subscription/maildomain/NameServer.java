package newsletter.subscription.maildomain;

import java.time.Duration;
import java.util.Hashtable;
import java.util.Optional;

import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

import org.jspecify.annotations.Nullable;

/**
 * Asks about one domain, with the JDK's own resolver. The rules are those by which mail
 * is delivered: a mail exchanger, or else the address of the domain itself (RFC 5321,
 * section 5.1); a single exchanger named “.” means that there is no mail (RFC 7505).
 *
 * <p>
 * JNDI is banned where what is looked up may be an object to make or a URL to follow. The
 * DNS provider makes none, and a domain in ASCII has no colon or slash.
 */
@SuppressWarnings({ "BanJNDI", "JdkObsolete" })
final class NameServer {

    private final Hashtable<String, String> settings = new Hashtable<>();

    /**
     * @param patience the first try takes half of it, and there is one more
     */
    NameServer(String server, Duration patience) {
        this.settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        this.settings.put(Context.PROVIDER_URL, server);
        this.settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(patience.toMillis() / 2));
        this.settings.put("com.sun.jndi.dns.timeout.retries", "2");
    }

    /** Empty if nobody can tell just now, which speaks for nothing. */
    Optional<Boolean> takesMail(String domain) {
        DirContext names = null;
        try {
            names = new InitialDirContext(this.settings);
            Optional<Attribute> exchangers = records(names, domain, "MX");
            return Optional.of(exchangers.isPresent() ? !isNullMx(exchangers.get())
                    : records(names, domain, "A").isPresent() || records(names, domain, "AAAA").isPresent());
        }
        catch (NameNotFoundException ex) {
            return Optional.of(false);
        }
        catch (NamingException ex) {
            return Optional.empty();
        }
        finally {
            close(names);
        }
    }

    private static Optional<Attribute> records(DirContext names, String domain, String type) throws NamingException {
        // With its dot at the end, so that no search list is applied.
        return Optional.ofNullable(names.getAttributes(domain + ".", new String[] { type }).get(type));
    }

    private static boolean isNullMx(Attribute exchangers) throws NamingException {
        return exchangers.size() == 1 && exchangers.get().toString().matches("\\d+ \\.");
    }

    private static void close(@Nullable DirContext names) {
        try {
            if (names != null) {
                names.close();
            }
        }
        catch (NamingException ex) {
            // It holds a socket at most, and that is closed or broken.
        }
    }

}
