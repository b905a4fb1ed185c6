package newsletter.mailer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

import newsletter.devstack.mail.DevMailbox;
import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.personaldata.DevelopmentKeysets;

/** A mailbox that may be stopped and may refuse, and keys to throw away. */
@TestConfiguration(proxyBeanMethods = false)
public class OwnMailbox {

    @Bean
    EmbeddedMailbox mailbox() {
        return DevMailbox.ownEmbedded();
    }

    @Bean
    DynamicPropertyRegistrar mailboxAndKeys(EmbeddedMailbox mailbox) {
        Path keys = keys();
        return (registry) -> {
            registry.add("spring.mail.host", mailbox::smtpHost);
            registry.add("spring.mail.port", mailbox::smtpPort);
            registry.add("keys.address", () -> keys.resolve("address.json"));
            registry.add("keys.links", () -> keys.resolve("links.json"));
        };
    }

    private static Path keys() {
        try {
            Path folder = Files.createTempDirectory("keys");
            DevelopmentKeysets.write(folder);
            return folder;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
