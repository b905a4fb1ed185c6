package newsletter.subscription.yourdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One member of the JSON, as facts: what the files for people are written from. So they
 * hold all that the JSON holds.
 *
 * @param name the member's: {@code records}
 */
record Chapter(String name, List<Item> items) {

    /** One thing of many, such as a consent. */
    record Item(List<Fact> facts) {
    }

    /**
     * One value.
     *
     * @param path where it is: {@code purposes.1.name}
     */
    record Fact(String path, String value) {

        /** The member of the item that it belongs to: {@code purposes}. */
        String member() {
            int dot = this.path.indexOf('.');
            return (dot < 0) ? this.path : this.path.substring(0, dot);
        }

        /** The member of which it is the value: {@code name}. */
        String leaf() {
            String last = "";
            for (String step : this.path.split("\\.", -1)) {
                last = step.chars().allMatch(Character::isDigit) ? last : step;
            }
            return last;
        }

    }

    static List<Chapter> of(ObjectNode export) {
        List<Chapter> chapters = new ArrayList<>();
        List<Fact> about = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : export.properties()) {
            if (member.getValue().isArray()) {
                chapters
                    .add(new Chapter(member.getKey(), member.getValue().values().stream().map(Chapter::item).toList()));
            }
            else if (member.getValue().isObject()) {
                chapters.add(new Chapter(member.getKey(), List.of(item(member.getValue()))));
            }
            else {
                about.add(new Fact(member.getKey(), member.getValue().asString()));
            }
        }
        chapters.addFirst(new Chapter("export", List.of(new Item(about))));
        return chapters;
    }

    private static Item item(JsonNode node) {
        List<Fact> facts = new ArrayList<>();
        collect("", node, facts);
        return new Item(facts);
    }

    private static void collect(String path, JsonNode node, List<Fact> facts) {
        String start = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) {
            node.properties().forEach((member) -> collect(start + member.getKey(), member.getValue(), facts));
        }
        else if (node.isArray()) {
            int number = 1;
            for (JsonNode one : node.values()) {
                collect(start + number++, one, facts);
            }
        }
        else {
            facts.add(new Fact(path, node.asString()));
        }
    }

}
