package newsletter.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import newsletter.audit.access.AccessProperties;
import newsletter.audit.checkpoint.CheckpointKey;
import newsletter.audit.checkpoint.CheckpointProperties;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.DevelopmentKeysets;
import newsletter.personaldata.KeysetFile;
import newsletter.theme.CityProperties;

/** Throw-away keys, the same for a whole run. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CheckpointProperties.class, AccessProperties.class, CityProperties.class })
public class TestKeys {

    public static final String ORIGIN = "audit.exford.example/ledger";

    private static final Path FOLDER = folder();

    public static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("keys");
            DevelopmentKeysets.write(folder);
            return folder;
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Bean
    public AddressCipher addressCipher() {
        return new AddressCipher(KeysetFile.read(file("address"), true));
    }

    @Bean
    public AddressTags addressTags() {
        return new AddressTags(KeysetFile.read(file("tags"), true));
    }

    @Bean
    public CheckpointKey checkpointKey() {
        return new CheckpointKey(KeysetFile.read(file("ledger"), true), ORIGIN);
    }

}
