package newsletter.signin;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A staff area as a city has it: its own identity provider, no local users. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "sign-in.oidc.roles-claim=groups",
        "sign-in.oidc.roles.city-editors=EDITOR", "spring.security.oauth2.client.registration.city.client-id=desk",
        "spring.security.oauth2.client.registration.city.client-secret=secret",
        "spring.security.oauth2.client.registration.city.client-name=City of Exford",
        "spring.security.oauth2.client.registration.city.authorization-grant-type=authorization_code",
        "spring.security.oauth2.client.registration.city.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
        "spring.security.oauth2.client.registration.city.scope=openid" })
class CityProviderTests {

    private static final CityProvider CITY = new CityProvider();

    private final Visitor visitor;

    CityProviderTests(@LocalServerPort int port) {
        this.visitor = new Visitor(port);
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        String provider = "spring.security.oauth2.client.provider.city.";
        properties.add(provider + "authorization-uri", () -> CITY.uri() + "/authorize");
        properties.add(provider + "token-uri", () -> CITY.uri() + "/token");
        properties.add(provider + "jwk-set-uri", () -> CITY.uri() + "/keys");
        properties.add(provider + "user-name-attribute", () -> "sub");
    }

    @Test
    void thePageOffersTheProviderAndNoPasswordForm() {
        var page = Visitor.html(this.visitor.opens("/sign-in"));
        assertThat(page.select("main a").text()).isEqualTo("Sign in with City of Exford");
        assertThat(page.select("input[name=password]")).isEmpty();
    }

    @Test
    void aValueOfTheClaimStandsForARole() {
        HttpResponse<String> back = comesBackAs("ada", List.of("gardeners", "city-editors"));
        assertThat(back.headers().firstValue("Location")).hasValueSatisfying((to) -> assertThat(to).endsWith("/"));
        assertThat(this.visitor.opens("/").body()).isEqualTo("desk of ada");
    }

    @Test
    void aRolesOwnNameStandsForItToo() {
        comesBackAs("ben", List.of("approver"));
        assertThat(this.visitor.opens("/").body()).isEqualTo("desk of ben");
    }

    @Test
    void aRoleOpensOnlyItsOwnPages() {
        comesBackAs("eve", List.of("DPO"));
        assertThat(this.visitor.opens("/").statusCode()).isEqualTo(403);
    }

    @Test
    void whoeverHasNoRoleIsNotLetIn() {
        HttpResponse<String> refused = comesBackAs("kim", List.of("gardeners"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.html(refused).select(".govuk-error-summary").text()).contains("has no role here");
        assertThat(this.visitor.opens("/").statusCode()).isEqualTo(302);
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        HttpResponse<String> refused = this.visitor.opens("/login/oauth2/code/city?code=c&state=forged");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.html(refused).select(".govuk-error-summary").text()).contains("We could not sign you in");
    }

    /** Strict would keep the cookie from the request that comes from the provider. */
    @Test
    void theSessionCookieComesAlongFromTheProviderAndOverHttpsOnly() {
        HttpResponse<String> leaving = this.visitor.opens("/oauth2/authorization/city");
        assertThat(leaving.headers().firstValue("Set-Cookie").orElseThrow()).contains("SameSite=Lax")
            .contains("Secure")
            .contains("HttpOnly");
    }

    @Test
    void outsideDevelopmentModeBrowsersAreToldToStayWithHttps() {
        assertThat(this.visitor.opens("/open").headers().firstValue("Strict-Transport-Security"))
            .hasValue("max-age=31536000; includeSubDomains");
    }

    private HttpResponse<String> comesBackAs(String person, List<String> groups) {
        HttpResponse<String> leaving = this.visitor.opens("/oauth2/authorization/city");
        URI provider = URI.create(leaving.headers().firstValue("Location").orElseThrow());
        return this.visitor.opens(CITY.letsIn(person, groups, provider));
    }

}
