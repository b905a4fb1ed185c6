package newsletter.mailer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

@EngineTest
class DeskSecurityTests {

    @Autowired
    private WebApplicationContext context;

    private MockMvcTester desk;

    @BeforeEach
    void open() {
        this.desk = MockMvcTester.from(this.context, (builder) -> builder.apply(springSecurity()).build());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/editions", "/editions/1", "/anything" })
    void nobodySeesAPageWithoutSigningIn(String page) {
        assertThat(this.desk.get().uri(page)).hasStatus3xxRedirection().redirectedUrl().endsWith("/sign-in");
    }

    @Test
    void officersHaveNoBusinessHere() {
        assertThat(this.desk.get().uri("/editions").with(user("dpo").roles("DPO"))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "EDITOR", "APPROVER", "ADMIN" })
    void staffAreLedToTheEditions(String role) {
        assertThat(this.desk.get().uri("/").with(user("somebody").roles(role))).hasStatus3xxRedirection()
            .hasRedirectedUrl("/editions");
    }

    @Test
    void whatChangesSomethingNeedsItsToken() {
        assertThat(this.desk.post().uri("/editions").with(user("editor").roles("EDITOR")))
            .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void pagesLoadNothingFromElsewhere() {
        assertThat(this.desk.get().uri("/sign-in")).hasStatusOk()
            .headers()
            .hasHeaderSatisfying("Content-Security-Policy",
                    (policies) -> assertThat(policies).allMatch((policy) -> policy.startsWith("default-src 'self'")));
    }

}
