package newsletter.audit;

import java.nio.file.Path;

import com.google.crypto.tink.KeysetHandle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.audit.checkpoint.CheckpointKey;
import newsletter.audit.checkpoint.CheckpointProperties;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.KeysetFile;
import newsletter.signin.DevelopmentMode;

/** What the keys are good for. Outside development mode, keys made for it are refused. */
@Configuration(proxyBeanMethods = false)
class Keys {

    private final DevelopmentMode development;

    Keys(DevelopmentMode development) {
        this.development = development;
    }

    @Bean
    AddressCipher addressCipher(KeyProperties keys) {
        return new AddressCipher(read(keys.address()));
    }

    @Bean
    AddressTags addressTags(KeyProperties keys) {
        return new AddressTags(read(keys.tags()));
    }

    @Bean
    CheckpointKey checkpointKey(KeyProperties keys, CheckpointProperties checkpoint) {
        return new CheckpointKey(read(keys.ledger()), checkpoint.origin());
    }

    private KeysetHandle read(Path file) {
        return KeysetFile.read(file, this.development.on());
    }

}
