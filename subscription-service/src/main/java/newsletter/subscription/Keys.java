package newsletter.subscription;

import java.nio.file.Path;

import com.google.crypto.tink.KeysetHandle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.KeysetFile;
import newsletter.personaldata.Seal;
import newsletter.personaldata.SignedLinks;
import newsletter.signin.DevelopmentMode;
import newsletter.subscription.receipt.ReceiptKeys;
import newsletter.subscription.suppression.SuppressionTags;

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
    SuppressionTags suppressionTags(KeyProperties keys) {
        return new SuppressionTags(new AddressTags(read(keys.suppressions())));
    }

    @Bean
    SignedLinks signedLinks(KeyProperties keys) {
        return new SignedLinks(new Seal(read(keys.links())));
    }

    @Bean
    Seal formSeal(KeyProperties keys) {
        return new Seal(read(keys.forms()));
    }

    @Bean
    ReceiptKeys receiptKeys(KeyProperties keys) {
        return new ReceiptKeys(read(keys.receipts()));
    }

    private KeysetHandle read(Path file) {
        return KeysetFile.read(file, this.development.on());
    }

}
