package newsletter.signin;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in.
 *
 * @param enabled whether this service has a staff area at all
 * @param path what its addresses begin with, and where alone its cookie goes:
 * {@code /staff}, or empty if it is the whole service
 * @param users people who sign in with a password
 * @param oidc how what an identity provider says of people is read
 */
@ConfigurationProperties("sign-in")
record SignInProperties(@DefaultValue("true") boolean enabled, @DefaultValue("") String path,
        @DefaultValue List<User> users, @DefaultValue Oidc oidc) {

    /**
     * One person.
     *
     * @param name what they sign in as
     * @param passwordHash the hash with its kind in front, such as <code>{bcrypt}…</code>
     * or <code>{argon2}…</code>
     * @param roles what they may do
     */
    record User(String name, String passwordHash, Set<Role> roles) {

        /** Not the hash: what is printed ends up in a log. */
        @Override
        public String toString() {
            return this.name + " " + this.roles;
        }

    }

    /**
     * How what an identity provider says of people is read.
     *
     * @param rolesClaim the claim that holds a person's roles or groups
     * @param roles which values of the claim stand for which role; the role's own name
     * always does
     */
    record Oidc(@DefaultValue("roles") String rolesClaim, @DefaultValue Map<String, Role> roles) {
    }

}
