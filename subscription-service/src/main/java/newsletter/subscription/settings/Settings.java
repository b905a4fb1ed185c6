package newsletter.subscription.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is said of a newsletter.
 *
 * @param retention how long what is kept, in words
 * @param forChildren whether it is aimed at them
 * @param dpia the reference of the data-protection impact assessment; empty if there is
 * none
 * @param position in the form
 * @param translations what it is called in languages other than its own
 */
record Settings(Words words, String sender, String senderAddress, String lawfulBasis, boolean directMarketing,
        String validity, String retention, boolean forChildren, String dpia, int position,
        Map<String, Words> translations) {

    Settings {
        translations = Map.copyOf(translations);
    }

    /** What it says in one language. */
    record Words(String name, String purpose, String frequency) {
    }

    boolean isAssessed() {
        return !this.forChildren || !this.dpia.isBlank();
    }

    /** Each as text, in the order in which people read, under the name of its message. */
    Map<Field, String> fields() {
        var fields = new LinkedHashMap<Field, String>();
        say(fields, "", this.words);
        new TreeMap<>(this.translations).forEach((language, translated) -> say(fields, language, translated));
        fields.put(new Field("sender"), this.sender);
        fields.put(new Field("sender-address"), this.senderAddress);
        fields.put(new Field("lawful-basis"), this.lawfulBasis);
        fields.put(new Field("direct-marketing"), yesOrNo(this.directMarketing));
        fields.put(new Field("validity"), this.validity);
        fields.put(new Field("retention"), this.retention);
        fields.put(new Field("for-children"), yesOrNo(this.forChildren));
        fields.put(new Field("dpia"), this.dpia);
        fields.put(new Field("position"), Integer.toString(this.position));
        return fields;
    }

    private static void say(Map<Field, String> fields, String language, Words words) {
        fields.put(new Field("name", language), words.name());
        fields.put(new Field("purpose", language), words.purpose());
        fields.put(new Field("frequency", language), words.frequency());
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    /**
     * @param language empty if it is the newsletter's own
     */
    record Field(String key, String language) {

        Field(String key) {
            this(key, "");
        }

    }

    /** Why the city may send a newsletter: Article 6(1) of the UK GDPR. */
    enum LawfulBasis {

        CONSENT("uk-gdpr:6(1)(a)"), PUBLIC_TASK("uk-gdpr:6(1)(e)");

        private final String id;

        LawfulBasis(String id) {
            this.id = id;
        }

        /** In tables and events. */
        String id() {
            return this.id;
        }

        /** In forms and messages. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<LawfulBasis> ofKey(String key) {
            return Stream.of(values()).filter((basis) -> basis.key().equals(key)).findFirst();
        }

        /** Empty if it is none that can be chosen. */
        static String keyOf(String id) {
            return Stream.of(values())
                .filter((basis) -> basis.id.equals(id))
                .findFirst()
                .map(LawfulBasis::key)
                .orElse("");
        }

    }

}
