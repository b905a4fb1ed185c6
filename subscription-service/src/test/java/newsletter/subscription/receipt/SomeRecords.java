package newsletter.subscription.receipt;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import newsletter.subscription.SiteProperties;
import newsletter.theme.CityProperties;
import newsletter.theme.CityProperties.Contact;

/** Records of consent without the rest of the service, and what must be in one. */
public final class SomeRecords {

    /**
     * What ISO/IEC TS 27560 makes mandatory, as W3C's DPV group lists it, for the record
     * and for each thing in one of its lists.
     */
    private static final List<String> MANDATORY = List.of("schema_version", "record_id", "pii_principal_id",
            "privacy_notice/version", "privacy_notice/url", "privacy_notice/text_sha256", "language",
            "purposes/*/newsletter", "pii_information/*/pii_type", "pii_controllers/*/party_id",
            "pii_controllers/*/party_address", "pii_controllers/*/party_name", "pii_controllers/*/party_contact",
            "pii_controllers/*/party_type", "storage_locations/*", "retention_period", "jurisdiction",
            "recipient_third_parties/*/party_id", "recipient_third_parties/*/party_address",
            "recipient_third_parties/*/party_name", "recipient_third_parties/*/party_contact",
            "recipient_third_parties/*/party_type", "withdrawal_method/*", "events/*/event_time",
            "events/*/validity_duration", "events/*/entity_id", "events/*/event_type", "events/*/event_state");

    private static final JsonMapper MAPPER = JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build();

    private SomeRecords() {
    }

    public static List<ConsentRecord> of(JdbcClient jdbc, UUID subscriberId, Instant now) {
        var site = new SiteProperties(URI.create("https://news.exford.example.org"), ZoneId.of("Europe/London"),
                List.of(Locale.ENGLISH));
        var city = new CityProperties("City of Exford", "/theme/exford.svg", "#17494d", "#e2725b", site.zone(),
                new Contact("City Hall, Exford", "help@exford.example.org", "data-protection@exford.example.org"));
        var properties = new ReceiptProperties("GB", List.of("GB"), List.of("A relay"), "6 years", "The authority",
                Map.of());
        return new ConsentRecords(jdbc, new Parties(site, city, properties), properties).of(subscriberId, now);
    }

    /** The mandatory fields that are absent, empty or blank. */
    public static List<String> missing(ConsentRecord record) {
        JsonNode json = MAPPER.valueToTree(record);
        return MANDATORY.stream().filter((path) -> !isThere(json, List.of(path.split("/")))).toList();
    }

    private static boolean isThere(JsonNode node, List<String> path) {
        if (path.isEmpty()) {
            return !node.asString("").isBlank();
        }
        List<String> rest = path.subList(1, path.size());
        if (path.getFirst().equals("*")) {
            return !node.isEmpty() && node.values().stream().allMatch((item) -> isThere(item, rest));
        }
        return isThere(node.path(path.getFirst()), rest);
    }

}
