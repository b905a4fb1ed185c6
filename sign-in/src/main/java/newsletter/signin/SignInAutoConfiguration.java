package newsletter.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.boot.web.server.servlet.Session.SessionTrackingMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

import newsletter.signin.SignInController.Offer;

/** Gives every service its headers, and those with a staff area the way in. */
@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
@EnableConfigurationProperties(SignInProperties.class)
public class SignInAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SignInAutoConfiguration.class);

    @Bean
    DevelopmentMode developmentMode(Environment environment) {
        var mode = new DevelopmentMode(environment.getProperty("newsletter.development", Boolean.class, false));
        if (mode.on()) {
            LOG.warn("Development mode: well-known passwords and keys are accepted. Never use it for real people.");
        }
        return mode;
    }

    @Bean
    SecurityHeaders securityHeaders(DevelopmentMode development) {
        return new SecurityHeaders(development);
    }

    /** What only a service with a staff area has. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "sign-in.enabled", matchIfMissing = true)
    static class Staff {

        static final Duration IDLE_TIMEOUT = Duration.ofHours(8);

        private final PasswordEncoder hashes = PasswordHashes.encoder();

        /** After the one of Spring Boot, whose settings it tightens. */
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(SignInProperties properties,
                DevelopmentMode development, ObjectProvider<ClientRegistrationRepository> providers) {
            return (factory) -> {
                Session session = factory.getSettings().getSession();
                session.setTimeout(IDLE_TIMEOUT);
                session.setTrackingModes(Set.of(SessionTrackingMode.COOKIE));
                session.getCookie().setHttpOnly(true);
                if (!properties.path().isEmpty()) {
                    // What lies beside the staff area is for everybody, without cookies.
                    session.getCookie().setPath(properties.path());
                }
                session.getCookie().setSecure(!development.on());
                // Coming back from an identity provider is a request from another site.
                session.getCookie().setSameSite((providers.getIfAvailable() != null) ? SameSite.LAX : SameSite.STRICT);
            };
        }

        @Bean
        StaffArea staffArea(SignInProperties properties, SecurityHeaders headers, DevelopmentMode development,
                ObjectProvider<ClientRegistrationRepository> providers) {
            ClientRegistrationRepository repository = providers.getIfAvailable();
            if (properties.users().isEmpty() && repository == null) {
                throw new UnsafeSignIn("Nobody could sign in: no local user and no identity provider is configured.",
                        "Configure sign-in.users, or spring.security.oauth2.client.registration; or set "
                                + "sign-in.enabled=false for a service that has no staff area.");
            }
            PasswordHashes.refuseUnreadable(properties.users(), this.hashes);
            if (!development.on()) {
                new DemoPasswords(this.hashes).refuse(properties.users());
            }
            var users = new LocalUsers(properties.users(), this.hashes, new FailureThrottle(Clock.systemUTC()));
            return new StaffArea(properties.path(), headers, users, new OidcRoles(properties.oidc()), repository);
        }

        /** After the staff area, which says best what is wrong with a user. */
        @Bean
        @DependsOn("staffArea")
        SignInController signInController(SignInProperties properties, DevelopmentMode development,
                ObjectProvider<ClientRegistrationRepository> providers) {
            var demo = new DemoPasswords(this.hashes);
            List<String> demoUsers = !development.on() ? List.of()
                    : properties.users().stream().filter(demo::isAnnounced).map(SignInProperties.User::name).toList();
            return new SignInController(new Offer(properties.path(), !properties.users().isEmpty(),
                    links(properties.path(), providers.getIfAvailable()), demoUsers));
        }

        private static List<Offer.Provider> links(String path, @Nullable ClientRegistrationRepository repository) {
            if (!(repository instanceof Iterable<?> registrations)) {
                return List.of();
            }
            return StreamSupport.stream(registrations.spliterator(), false)
                .map(ClientRegistration.class::cast)
                .map((registration) -> new Offer.Provider(registration.getClientName(),
                        path + StaffArea.PROVIDER + "/" + registration.getRegistrationId()))
                .toList();
        }

    }

}
