package newsletter.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A field somewhere in an event's JSON. */
record Field(JsonPointer parent, String name) {

    private static final Set<String> OPTIONAL = Set.of("relayReply", "endedBy", "lentUntil", "farewellContactId",
            "texts");

    static List<Field> allOf(JsonNode event) {
        var fields = new ArrayList<Field>();
        collect(event, JsonPointer.empty(), fields);
        return fields;
    }

    private static void collect(JsonNode node, JsonPointer place, List<Field> fields) {
        if (node.isObject()) {
            node.properties().forEach((property) -> {
                fields.add(new Field(place, property.getKey()));
                collect(property.getValue(), place.appendProperty(property.getKey()), fields);
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), place.appendIndex(i), fields);
        }
    }

    boolean isOptional() {
        return OPTIONAL.contains(name);
    }

    JsonNode removedFrom(JsonNode event) {
        JsonNode copy = event.deepCopy();
        ((ObjectNode) copy.at(parent)).remove(name);
        return copy;
    }

    JsonNode replacedIn(JsonNode event, JsonNode value) {
        JsonNode copy = event.deepCopy();
        ((ObjectNode) copy.at(parent)).set(name, value);
        return copy;
    }

}
