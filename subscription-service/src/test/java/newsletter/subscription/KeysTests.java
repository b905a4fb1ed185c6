package newsletter.subscription;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.UnusableKeyset;
import newsletter.signin.DevelopmentMode;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTests {

    private static ApplicationContextRunner keys(boolean development) {
        TestKeys.read("address");
        Path folder = Path.of("target/test-keys");
        return new ApplicationContextRunner().withUserConfiguration(Keys.class)
            .withBean(DevelopmentMode.class, () -> new DevelopmentMode(development))
            .withBean(KeyProperties.class,
                    () -> new KeyProperties(folder.resolve("address.json"), folder.resolve("tags.json"),
                            folder.resolve("links.json"), folder.resolve("forms.json"),
                            folder.resolve("receipts.json")));
    }

    @Test
    void developmentKeysAreGoodForDevelopment() {
        keys(true).run((context) -> assertThat(context).hasNotFailed().hasSingleBean(SignedLinks.class));
    }

    @Test
    void developmentKeysAreRefusedElsewhere() {
        keys(false).run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(UnusableKeyset.class));
    }

}
