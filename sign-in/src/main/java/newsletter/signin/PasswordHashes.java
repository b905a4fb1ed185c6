package newsletter.signin;

import java.io.Console;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import newsletter.signin.SignInProperties.User;

// This is a program: it prints.

/**
 * The kinds of password hash that we accept: those that are slow to guess. Run as a
 * program it makes one; see {@code script/password}.
 */
public final class PasswordHashes {

    /** Twelve rounds: about a quarter of a second, which is felt only by who guesses. */
    private static final int ROUNDS = 12;

    private PasswordHashes() {
    }

    /** Asks for a password and prints its hash. */
    // JDK 25 still has no console where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    public static void main(String[] args) {
        Console console = System.console();
        if (console == null) {
            System.err.println("script/password asks for a password, and so needs a terminal.");
            System.exit(2);
            return;
        }
        char[] password = console.readPassword("Password: ");
        if (password == null || !Arrays.equals(password, console.readPassword("Again: "))) {
            System.err.println("The two differ.");
            System.exit(1);
        }
        System.out.println(encoder().encode(String.valueOf(password)));
    }

    static PasswordEncoder encoder() {
        PasswordEncoder argon = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(ROUNDS), "argon2",
                argon, "argon2@SpringSecurity_v5_8", argon));
    }

    /**
     * Refuses a hash that nobody could ever match, so that it is found at the start.
     * @throws UnsafeSignIn if the kind of a hash is none of ours
     */
    static void refuseUnreadable(List<User> users, PasswordEncoder hashes) {
        for (User user : users) {
            try {
                hashes.matches("any", user.passwordHash());
            }
            catch (IllegalArgumentException ex) {
                throw new UnsafeSignIn(
                        "The password hash of the local user '%s' is of no kind that we accept.".formatted(user.name()),
                        "Hashes start with {bcrypt} or {argon2}; script/password makes one.");
            }
        }
    }

}
