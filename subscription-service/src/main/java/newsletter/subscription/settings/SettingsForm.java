package newsletter.subscription.settings;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.settings.Settings.LawfulBasis;
import newsletter.subscription.settings.Settings.Words;

/**
 * What staff type. All of it is text until it is checked, so that what was typed can be
 * shown again. Characters that no keyboard types are dropped as they come in.
 *
 * @param id of a new newsletter
 * @param names by language, {@code own} being the newsletter's; like purposes and
 * frequencies
 * @param review which proposal is changed; absent if it is begun
 * @param version which version of it was seen
 */
record SettingsForm(@Nullable String id, @Nullable Map<String, String> names, @Nullable Map<String, String> purposes,
        @Nullable Map<String, String> frequencies, @Nullable String sender, @Nullable String senderAddress,
        @Nullable String lawfulBasis, @Nullable String directMarketing, @Nullable String validity,
        @Nullable String retention, @Nullable String forChildren, @Nullable String dpia, @Nullable String position,
        @Nullable String material, @Nullable String reason, @Nullable UUID review, @Nullable Integer version) {

    static final String OWN = "own";

    private static final String YES = "yes";

    private static final int LONGEST = 1000;

    private static final Period LONGEST_VALIDITY = Period.ofMonths(36);

    static SettingsForm empty() {
        return new SettingsForm("", Map.of(), Map.of(), Map.of(), "", "", "consent", "", "P24M", "", "no", "", "100",
                "", "", null, null);
    }

    static SettingsForm of(Settings settings, @Nullable Boolean material, String reason, @Nullable UUID review,
            @Nullable Integer version) {
        var names = new HashMap<String, String>();
        var purposes = new HashMap<String, String>();
        var frequencies = new HashMap<String, String>();
        var all = new HashMap<>(settings.translations());
        all.put(OWN, settings.words());
        all.forEach((language, words) -> {
            names.put(language, words.name());
            purposes.put(language, words.purpose());
            frequencies.put(language, words.frequency());
        });
        return new SettingsForm(null, names, purposes, frequencies, settings.sender(), settings.senderAddress(),
                LawfulBasis.keyOf(settings.lawfulBasis()), yesOrNo(settings.directMarketing()), settings.validity(),
                settings.retention(), yesOrNo(settings.forChildren()), settings.dpia(),
                Integer.toString(settings.position()), (material != null) ? yesOrNo(material) : "", reason, review,
                version);
    }

    private static String yesOrNo(boolean value) {
        return value ? YES : "no";
    }

    /** As it was typed, after somebody else was quicker: now that was seen as well. */
    SettingsForm seen(int version) {
        return new SettingsForm(this.id, this.names, this.purposes, this.frequencies, this.sender, this.senderAddress,
                this.lawfulBasis, this.directMarketing, this.validity, this.retention, this.forChildren, this.dpia,
                this.position, this.material, this.reason, this.review, version);
    }

    /**
     * @param languages in which it may have words besides its own
     * @param published whether there may be people who agreed to what it was
     */
    void check(BindingResult errors, List<String> languages, boolean published) {
        required(errors, "names[own]", said(this.names, OWN));
        required(errors, "purposes[own]", said(this.purposes, OWN));
        required(errors, "frequencies[own]", said(this.frequencies, OWN));
        languages.forEach((language) -> checkTranslation(errors, language));
        required(errors, "sender", text(this.sender));
        if (EmailAddress.parse(text(this.senderAddress)).isEmpty()) {
            errors.rejectValue("senderAddress", "staff.error.senderAddress");
        }
        if (LawfulBasis.ofKey(text(this.lawfulBasis)).isEmpty()) {
            errors.rejectValue("lawfulBasis", "staff.error.choose");
        }
        else if (isYes(this.directMarketing) && !text(this.lawfulBasis).equals(LawfulBasis.CONSENT.key())) {
            errors.rejectValue("lawfulBasis", "staff.error.direct-marketing-needs-consent");
        }
        choice(errors, "directMarketing", this.directMarketing);
        choice(errors, "forChildren", this.forChildren);
        if (!isValidity(text(this.validity))) {
            errors.rejectValue("validity", "staff.error.validity");
        }
        required(errors, "retention", text(this.retention));
        if (!text(this.position).matches("[1-9]\\d{0,2}")) {
            errors.rejectValue("position", "staff.error.position");
        }
        if (published) {
            choice(errors, "material", this.material);
        }
        if (text(this.reason).length() > LONGEST) {
            errors.rejectValue("reason", "staff.error.too-long");
        }
    }

    void checkId(BindingResult errors, boolean taken) {
        if (!text(this.id).matches("[a-z0-9]+(-[a-z0-9]+)*") || text(this.id).length() > 50) {
            errors.rejectValue("id", "staff.error.id");
        }
        else if (taken) {
            errors.rejectValue("id", "staff.error.id-taken");
        }
    }

    /** All of it, or none. */
    private void checkTranslation(BindingResult errors, String language) {
        if (!said(this.names, language).isEmpty() || !said(this.purposes, language).isEmpty()
                || !said(this.frequencies, language).isEmpty()) {
            required(errors, "names[" + language + "]", said(this.names, language));
            required(errors, "purposes[" + language + "]", said(this.purposes, language));
            required(errors, "frequencies[" + language + "]", said(this.frequencies, language));
        }
    }

    private static void required(BindingResult errors, String field, String value) {
        if (value.isEmpty()) {
            errors.rejectValue(field, "staff.error." + field.replaceAll("\\[.*", ""));
        }
        else if (value.length() > LONGEST) {
            errors.rejectValue(field, "staff.error.too-long");
        }
    }

    private static void choice(BindingResult errors, String field, @Nullable String value) {
        if (!text(value).matches("yes|no")) {
            errors.rejectValue(field, "staff.error." + field);
        }
    }

    private static boolean isValidity(String text) {
        if (!text.matches("P(\\d{1,2}Y)?(\\d{1,2}M)?(\\d{1,4}D)?")) {
            return false;
        }
        try {
            var day = LocalDate.of(2025, 1, 1);
            LocalDate end = day.plus(Period.parse(text));
            return end.isAfter(day) && !end.isAfter(day.plus(LONGEST_VALIDITY));
        }
        catch (DateTimeParseException ex) {
            return false;
        }
    }

    Settings settings(List<String> languages) {
        var translations = new HashMap<String, Words>();
        for (String language : languages) {
            if (!said(this.names, language).isEmpty()) {
                translations.put(language, words(language));
            }
        }
        return new Settings(words(OWN), text(this.sender), text(this.senderAddress),
                LawfulBasis.ofKey(text(this.lawfulBasis)).orElseThrow().id(), isYes(this.directMarketing),
                text(this.validity), text(this.retention), isYes(this.forChildren), text(this.dpia),
                Integer.parseInt(text(this.position)), translations);
    }

    private Words words(String language) {
        return new Words(said(this.names, language), said(this.purposes, language), said(this.frequencies, language));
    }

    @Nullable Boolean isMaterial() {
        return text(this.material).isEmpty() ? null : (Boolean) isYes(this.material);
    }

    String newId() {
        return text(this.id);
    }

    String why() {
        return text(this.reason);
    }

    int seenVersion() {
        return (this.version != null) ? this.version : 0;
    }

    private static boolean isYes(@Nullable String choice) {
        return text(choice).equals(YES);
    }

    private static String said(@Nullable Map<String, String> texts, String language) {
        return (texts != null) ? text(texts.get(language)) : "";
    }

    private static String text(@Nullable String typed) {
        return (typed != null) ? typed.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip() : "";
    }

}
