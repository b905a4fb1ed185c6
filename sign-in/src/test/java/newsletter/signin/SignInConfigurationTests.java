package newsletter.signin;

import java.util.Objects;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service refuses to start with. */
@ExtendWith(OutputCaptureExtension.class)
class SignInConfigurationTests {

    private static final String GOOD = "{bcrypt}$2a$10$ZzmV7Jv1kkjvP2ceDNcJx.oqyeLvi9uycIrmdOj72VwZ3lyd8KzPy";

    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(SignInAutoConfiguration.class));

    @ParameterizedTest
    @ValueSource(strings = { "true", "false" })
    void nobodyCouldSignIn(String development) {
        this.service.withPropertyValues("newsletter.development=" + development).run((context) -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = whatItSays(context);
            assertThat(analysis.getDescription()).startsWith("Nobody could sign in");
            assertThat(analysis.getAction()).contains("sign-in.users", "oauth2.client.registration",
                    "sign-in.enabled=false");
        });
    }

    @Test
    void aServiceWithoutAStaffAreaNeedsNobody() {
        this.service.withPropertyValues("sign-in.enabled=false").run((context) -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(StaffArea.class).doesNotHaveBean(SignInController.class);
            assertThat(context).hasSingleBean(SecurityHeaders.class);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ',
            value = { "editor {bcrypt}$2a$10$BPyi4U9b/L6iN0yunGVqXOck/AghuWG9r/4eBQOtNjrL5F.BcDhJi",
                    "editor {bcrypt}$2a$10$vZ731Kp5kwXW4BoXh3ogKev1NReen3yoHLl8iO2kzjr2k/iT3LclC",
                    "ada {bcrypt}$2a$10$mRq02xxB9aShJtm5Skhuse8WAvZxLBO/UIDySmVvHszcJYdOHHl2e" })
    void aWellKnownPasswordIsAcceptedInDevelopmentModeOnly(String name, String hash) {
        WebApplicationContextRunner staffed = with(name, hash, 1).apply(with("zoe", GOOD, 0).apply(this.service));
        staffed.run((context) -> {
            assertThat(context).hasFailed();
            FailureAnalysis analysis = whatItSays(context);
            assertThat(analysis.getDescription()).contains("'" + name + "'").doesNotContain(hash);
            assertThat(analysis.getAction()).contains("newsletter.development=true");
        });
        staffed.withPropertyValues("newsletter.development=true").run((context) -> assertThat(context).hasNotFailed());
    }

    @Test
    void aGoodPasswordIsAcceptedEverywhere(CapturedOutput output) {
        with("ada", GOOD, 0).apply(this.service)
            .run((context) -> assertThat(context).hasNotFailed()
                .getBean(DevelopmentMode.class)
                .isEqualTo(new DevelopmentMode(false)));
        assertThat(output).doesNotContain("Development mode");
    }

    @ParameterizedTest
    @ValueSource(strings = { "plain-text-secret", "{noop}plain-text-secret", "{MD5}5ebe2294ecd0e0f08eab7690d2a6ee69" })
    void aHashThatIsEasyToGuessFromIsRefusedAndNotPrinted(String hash, CapturedOutput output) {
        with("ada", hash, 0).apply(this.service).withPropertyValues("newsletter.development=true").run((context) -> {
            assertThat(context).hasFailed();
            assertThat(whatItSays(context).getDescription()).contains("'ada'");
        });
        assertThat(output).doesNotContain(hash);
    }

    @Test
    void developmentModeIsSaidOnceInTheLog(CapturedOutput output) {
        with("ada", GOOD, 0).apply(this.service)
            .withPropertyValues("newsletter.development=true")
            .run((context) -> assertThat(context).hasNotFailed());
        assertThat(output.getAll().lines().filter((line) -> line.contains("Development mode"))).singleElement()
            .asString()
            .contains("WARN");
    }

    private static FailureAnalysis whatItSays(AssertableWebApplicationContext context) {
        Throwable failure = Objects.requireNonNull(context.getStartupFailure());
        return Objects.requireNonNull(new UnsafeSignIn.Analyzer().analyze(failure));
    }

    private static UnaryOperator<WebApplicationContextRunner> with(String name, String hash, int n) {
        return (service) -> service.withPropertyValues("sign-in.users[%d].name=%s".formatted(n, name),
                "sign-in.users[%d].password-hash=%s".formatted(n, hash), "sign-in.users[%d].roles=EDITOR".formatted(n));
    }

}
