package newsletter.subscription.archive;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The public archive.
 *
 * @param share where a reader may share an edition: plain links, nothing of theirs is
 * loaded
 */
@Validated
@ConfigurationProperties("archive")
record ArchiveProperties(@DefaultValue List<Network> share) {

    /**
     * One place.
     *
     * @param name as readers know it
     * @param link where the link leads; <code>{address}</code> and <code>{title}</code>
     * stand for the edition's
     */
    record Network(String name, String link) {
    }

}
