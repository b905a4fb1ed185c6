package newsletter.subscription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import newsletter.personaldata.NewKeysets;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.UnusableKeyset;
import newsletter.signin.DevelopmentMode;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTests {

    private static final Path DEVELOPMENT = Path.of("target/test-keys");

    private static ApplicationContextRunner keys(boolean development, Path folder) {
        return new ApplicationContextRunner().withUserConfiguration(Keys.class)
            .withBean(DevelopmentMode.class, () -> new DevelopmentMode(development))
            .withBean(KeyProperties.class,
                    () -> new KeyProperties(folder.resolve("address.json"), folder.resolve("tags.json"),
                            folder.resolve("suppressions.json"), folder.resolve("links.json"),
                            folder.resolve("forms.json"), folder.resolve("receipts.json")));
    }

    @BeforeAll
    static void makeKeys() {
        TestKeys.read("address");
    }

    @Test
    void developmentKeysAreGoodForDevelopment() {
        keys(true, DEVELOPMENT).run((context) -> assertThat(context).hasNotFailed().hasSingleBean(SignedLinks.class));
    }

    @ParameterizedTest
    @ValueSource(strings = { "address", "tags", "suppressions", "links", "forms", "receipts" })
    void oneDevelopmentKeyIsEnoughToBeRefusedElsewhere(String name, @TempDir Path folder) throws IOException {
        NewKeysets.main(new String[] { folder.toString() });
        keys(false, folder).run((context) -> assertThat(context).hasNotFailed());
        Files.copy(DEVELOPMENT.resolve(name + ".json"), folder.resolve(name + ".json"),
                StandardCopyOption.REPLACE_EXISTING);
        keys(false, folder)
            .run((context) -> assertThat(context).getFailure().hasRootCauseInstanceOf(UnusableKeyset.class));
    }

}
