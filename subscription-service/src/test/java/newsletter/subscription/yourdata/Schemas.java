package newsletter.subscription.yourdata;

import java.util.List;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** Finds fault with a document, as anybody with the published schema would. */
final class Schemas {

    private static final String LOCATION = "https://example.org/schema.json";

    private Schemas() {
    }

    /** Formats of times and addresses are checked, too. */
    static List<Error> faults(String schema, String document) {
        return SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                    (registry) -> registry.schemas(Map.of(LOCATION, schema)))
            .getSchema(SchemaLocation.of(LOCATION))
            .validate(document, InputFormat.JSON,
                    (context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
    }

}
