package newsletter.signin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import newsletter.signin.SignInProperties.User;

/**
 * People who sign in with a password. Takes the same time, and says the same, for a name
 * that nobody has and for a wrong password.
 */
final class LocalUsers implements AuthenticationProvider {

    private final Map<String, User> users;

    private final PasswordEncoder hashes;

    private final FailureThrottle throttle;

    LocalUsers(List<User> users, PasswordEncoder hashes, FailureThrottle throttle) {
        this.users = users.stream().collect(Collectors.toUnmodifiableMap(User::name, Function.identity()));
        this.hashes = hashes;
        this.throttle = throttle;
    }

    boolean isEmpty() {
        return this.users.isEmpty();
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String name = attempt.getName();
        String from = (attempt.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
                : "";
        if (!this.throttle.tryOnce(name, from)) {
            throw new LockedException("Too many failures");
        }
        User user = this.users.get(name);
        // For an unknown name any hash will do, as long as it costs the same.
        User checked = (user != null) ? user : this.users.values().iterator().next();
        boolean matches = this.hashes.matches(String.valueOf(attempt.getCredentials()), checked.passwordHash());
        if (user == null || !matches) {
            throw new BadCredentialsException("Wrong name or password");
        }
        this.throttle.succeeded(name, from);
        return UsernamePasswordAuthenticationToken.authenticated(name, null,
                AuthorityUtils.createAuthorityList(user.roles().stream().map(Role::authority).toList()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

}
