package newsletter.subscription.yourdata;

import java.io.OutputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import newsletter.subscription.SiteProperties;

/** An export as JSON that keeps to the published schema, which it names (C-22). */
final class ExportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .build();

    private ExportJson() {
    }

    static ObjectNode tree(Export export, SiteProperties site) {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put("$schema", site.address("/schemas/export/" + export.schemaVersion() + ".json"));
        tree.setAll((ObjectNode) MAPPER.valueToTree(export));
        return tree;
    }

    /** Leaves the stream open. */
    static void write(Export export, SiteProperties site, OutputStream out) {
        MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, tree(export, site));
    }

}
