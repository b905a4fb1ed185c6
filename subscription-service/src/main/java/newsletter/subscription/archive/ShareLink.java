package newsletter.subscription.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.web.util.UriUtils;

/** A plain link by which a reader shares an edition. */
record ShareLink(String name, String href) {

    static List<ShareLink> of(String address, String title, List<ArchiveProperties.Network> networks) {
        return networks.stream()
            .map((network) -> new ShareLink(network.name(), fill(network.link(), address, title)))
            .toList();
    }

    /** Encodes both, so that nothing in a title becomes part of the link. */
    private static String fill(String link, String address, String title) {
        return link.replace("{address}", UriUtils.encode(address, StandardCharsets.UTF_8))
            .replace("{title}", UriUtils.encode(title, StandardCharsets.UTF_8));
    }

}
