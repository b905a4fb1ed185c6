package newsletter.mailer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.KeysetFile;
import newsletter.personaldata.Seal;
import newsletter.personaldata.SignedLinks;
import newsletter.signin.DevelopmentMode;

/** What we may do with a person's data, by the keys we are given. */
@Configuration(proxyBeanMethods = false)
class Keys {

    @Bean
    AddressCipher addressCipher(KeyProperties keys, DevelopmentMode development) {
        return new AddressCipher(KeysetFile.read(keys.address(), development.on()));
    }

    @Bean
    SignedLinks signedLinks(KeyProperties keys, DevelopmentMode development) {
        return new SignedLinks(new Seal(KeysetFile.read(keys.links(), development.on())));
    }

}
