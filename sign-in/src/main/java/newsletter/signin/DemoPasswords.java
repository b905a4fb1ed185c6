package newsletter.signin;

import java.util.List;

import org.springframework.security.crypto.password.PasswordEncoder;

import newsletter.signin.SignInProperties.User;

/** The passwords that are printed in our documentation, and so protect nothing. */
final class DemoPasswords {

    private final PasswordEncoder hashes;

    DemoPasswords(PasswordEncoder hashes) {
        this.hashes = hashes;
    }

    static String of(String name) {
        return "exford-" + name;
    }

    /**
     * Refuses a user whom anybody could pose as.
     * @throws UnsafeSignIn if a password is one of them
     */
    void refuse(List<User> users) {
        for (User user : users) {
            if (isDemo(user)) {
                throw new UnsafeSignIn(
                        "The password of the local user '%s' is a well-known one.".formatted(user.name()),
                        "Set another in sign-in.users (script/password makes a hash), or set "
                                + "newsletter.development=true on a machine where no real person's data will ever be.");
            }
        }
    }

    /** Whether this user has the password that the sign-in page may tell of. */
    boolean isAnnounced(User user) {
        return this.hashes.matches(of(user.name()), user.passwordHash());
    }

    private boolean isDemo(User user) {
        return List.of(of(user.name()), user.name(), "password")
            .stream()
            .anyMatch((password) -> this.hashes.matches(password, user.passwordHash()));
    }

}
