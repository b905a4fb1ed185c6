package newsletter.subscription.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A receipt as JSON: what is signed, and the file that a person keeps, which is the same
 * with the signature as its last member.
 */
final class ReceiptJson {

    static final String SIGNATURE = "signature";

    private static final String SCHEMA_PATH = "/schemas/receipt/1.0.0.json";

    /** Takes no member twice: two readers would see two receipts. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .build();

    private ReceiptJson() {
    }

    /** One line: this is signed. Says first which published schema it keeps to. */
    static String payload(Document document) {
        ObjectNode payload = MAPPER.createObjectNode();
        payload.put("$schema", document.issuer() + SCHEMA_PATH);
        payload.setAll((ObjectNode) MAPPER.valueToTree(document));
        return MAPPER.writeValueAsString(payload);
    }

    /** For people who look into files, too. */
    static String file(String payload, String signature) {
        ObjectNode file = (ObjectNode) MAPPER.readTree(payload);
        file.put(SIGNATURE, signature);
        return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(file) + "\n";
    }

    /**
     * Any JSON.
     * @throws JacksonException if it is none
     */
    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /**
     * What was signed.
     * @throws JacksonException if it is no receipt
     */
    static Document document(JsonNode payload) {
        return MAPPER.treeToValue(payload, Document.class);
    }

}
