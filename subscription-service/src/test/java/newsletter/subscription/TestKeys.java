package newsletter.subscription;

import java.nio.file.Path;

import com.google.crypto.tink.KeysetHandle;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.DevelopmentKeysets;
import newsletter.personaldata.KeysetFile;
import newsletter.personaldata.Seal;
import newsletter.personaldata.SignedLinks;
import newsletter.subscription.suppression.SuppressionTags;

/** The keys that the tests' configuration names. */
@TestConfiguration(proxyBeanMethods = false)
public class TestKeys {

    private static final Path FOLDER = Path.of("target/test-keys");

    static {
        DevelopmentKeysets.write(FOLDER);
    }

    public static KeysetHandle read(String name) {
        return KeysetFile.read(FOLDER.resolve(name + ".json"), true);
    }

    @Bean
    public AddressCipher addressCipher() {
        return new AddressCipher(read("address"));
    }

    @Bean
    public AddressTags addressTags() {
        return new AddressTags(read("tags"));
    }

    @Bean
    public SuppressionTags suppressionTags() {
        return new SuppressionTags(new AddressTags(read("suppressions")));
    }

    @Bean
    public SignedLinks signedLinks() {
        return new SignedLinks(new Seal(read("links")));
    }

    @Bean
    public Seal formSeal() {
        return new Seal(read("forms"));
    }

}
