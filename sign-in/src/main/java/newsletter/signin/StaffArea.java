package newsletter.signin;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/**
 * Makes a filter chain one that people must sign in to: by password if there are local
 * users, by the city's identity provider if one is configured. What a role may do stays
 * with the service, which adds its own rules and ends them with {@code anyRequest()}; a
 * request that no rule speaks of is refused.
 */
public final class StaffArea {

    static final String PAGE = "/sign-in";

    /**
     * Where the security filters, which also see what is forwarded, do not take the form
     * for another attempt.
     */
    static final String PAGE_AGAIN = "/sign-in/again";

    /** Where a provider is chosen; its registration's name follows. */
    static final String PROVIDER = "/oauth2/authorization";

    static final String FAILURE = "newsletter.signin.failure";

    private final String path;

    private final SecurityHeaders headers;

    private final LocalUsers users;

    private final OidcRoles oidcRoles;

    private final @Nullable ClientRegistrationRepository providers;

    /**
     * @param path what all its addresses begin with; empty if it is the whole service
     */
    StaffArea(String path, SecurityHeaders headers, LocalUsers users, OidcRoles oidcRoles,
            @Nullable ClientRegistrationRepository providers) {
        this.path = path;
        this.headers = headers;
        this.users = users;
        this.oidcRoles = oidcRoles;
        this.providers = providers;
    }

    /**
     * Applies all of it, and lets everybody see the sign-in page, its look and errors.
     */
    public void apply(HttpSecurity http) {
        http.headers(this.headers)
            .authorizeHttpRequests((requests) -> requests
                .requestMatchers(this.path + PAGE, this.path + PAGE_AGAIN, "/theme/**", "/error", "/actuator/health/**",
                        "/actuator/info")
                .permitAll())
            .logout((signOut) -> signOut.logoutUrl(this.path + "/sign-out")
                .logoutSuccessUrl(this.path + PAGE + "?signed-out"))
            // A part of a page that is fetched later cannot show a sign-in page.
            .exceptionHandling((errors) -> errors.defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), new RequestHeaderRequestMatcher("HX-Request")));
        if (!this.users.isEmpty()) {
            http.authenticationProvider(this.users)
                .formLogin((form) -> form.loginPage(this.path + PAGE)
                    .defaultSuccessUrl(home())
                    .failureHandler(this::showAgain));
        }
        if (this.providers != null) {
            http.oauth2Login((oidc) -> oidc.loginPage(this.path + PAGE)
                .authorizationEndpoint((leaving) -> leaving.baseUri(this.path + PROVIDER))
                .redirectionEndpoint((returning) -> returning.baseUri(this.path + "/login/oauth2/code/*"))
                .userInfoEndpoint((user) -> user.userAuthoritiesMapper(this.oidcRoles))
                .defaultSuccessUrl(home())
                .failureHandler(this::showAgain));
        }
    }

    /** For whoever was on no way elsewhere. */
    private String home() {
        return this.path.isEmpty() ? "/" : this.path;
    }

    private void showAgain(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws ServletException, IOException {
        request.setAttribute(FAILURE, failure);
        request.getRequestDispatcher(this.path + PAGE_AGAIN).forward(request, response);
    }

}
