package newsletter.signin;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

/**
 * Reads a person's roles from a claim of the identity provider. Whoever has none is not
 * let in: everybody at city hall has an account, but few have business here.
 */
final class OidcRoles implements GrantedAuthoritiesMapper {

    static final String NO_ROLE = "no-role";

    private final SignInProperties.Oidc properties;

    OidcRoles(SignInProperties.Oidc properties) {
        this.properties = properties;
    }

    @Override
    public Set<GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> authorities) {
        Set<GrantedAuthority> roles = authorities.stream()
            .flatMap(this::claims)
            .flatMap((value) -> role(value).stream())
            .map((role) -> new SimpleGrantedAuthority(role.authority()))
            .collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE));
        }
        return roles;
    }

    private Stream<String> claims(GrantedAuthority authority) {
        String name = this.properties.rolesClaim();
        return switch (authority) {
            case OidcUserAuthority user -> Stream.of(user.getIdToken().getClaims(), user.getAttributes())
                .flatMap((claims) -> values(claims.get(name)));
            case OAuth2UserAuthority user -> values(user.getAttributes().get(name));
            default -> Stream.empty();
        };
    }

    private static Stream<String> values(@Nullable Object claim) {
        return switch (claim) {
            case null -> Stream.empty();
            case Collection<?> values -> values.stream().map(String::valueOf);
            default -> Stream.of(claim.toString());
        };
    }

    private Optional<Role> role(String value) {
        Role mapped = this.properties.roles().get(value);
        if (mapped != null) {
            return Optional.of(mapped);
        }
        return List.of(Role.values())
            .stream()
            .filter((role) -> role.name().equals(value.toUpperCase(Locale.ROOT)))
            .findFirst();
    }

}
