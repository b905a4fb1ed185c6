package newsletter.subscription.settings;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsFormTests {

    private static SettingsForm form(Map<String, String> changes) {
        return new SettingsForm(changes.getOrDefault("id", "parks"),
                Map.of("own", changes.getOrDefault("name", "Parks")),
                Map.of("own", "About parks", "pl", changes.getOrDefault("polish", "")), Map.of("own", "Monthly"),
                "Exford Parks", changes.getOrDefault("senderAddress", "parks@news.exford.example.org"),
                changes.getOrDefault("lawfulBasis", "consent"), changes.getOrDefault("directMarketing", "yes"),
                changes.getOrDefault("validity", "P24M"), "Until it ends", changes.getOrDefault("forChildren", "no"),
                "", changes.getOrDefault("position", "1"), changes.getOrDefault("material", ""), "", null, null);
    }

    private static List<String> wrong(SettingsForm form, boolean published) {
        var errors = new BeanPropertyBindingResult(form, "form");
        form.check(errors, List.of("pl"), published);
        form.checkId(errors, false);
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }

    @Test
    void aCompleteFormIsWhatItSays() {
        assertThat(wrong(form(Map.of()), false)).isEmpty();
        Settings settings = form(Map.of("name", " Par\u0000ks ")).settings(List.of("pl"));
        assertThat(settings.words().name()).isEqualTo("Par ks");
        assertThat(settings.lawfulBasis()).isEqualTo("uk-gdpr:6(1)(a)");
        assertThat(settings.translations()).isEmpty();
        assertThat(SettingsForm.of(settings, true, "", null, null).settings(List.of("pl"))).isEqualTo(settings);
    }

    @ParameterizedTest
    @CsvSource({ "id,Parks", "id,-parks", "id,../x", "senderAddress,parks", "senderAddress,''",
            "lawfulBasis,legitimate", "directMarketing,''", "forChildren,''", "position,0", "position,one",
            "position,1000", "validity,P0D", "validity,P37M", "validity,P4Y", "validity,24", "validity,P",
            "validity,P-1M", "validity,''" })
    void c13WhatIsMissingOrWrongIsSaid(String field, String value) {
        assertThat(wrong(form(Map.of(field, value)), false)).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = { "P24M", "P3Y", "P36M", "P1D", "P1Y6M", "P2Y11M30D" })
    void c28AConsentLastsUpToThreeYears(String validity) {
        assertThat(wrong(form(Map.of("validity", validity)), false)).isEmpty();
    }

    @Test
    void directMarketingNeedsConsent() {
        assertThat(wrong(form(Map.of("lawfulBasis", "public-task")), false)).containsExactly("lawfulBasis");
        assertThat(wrong(form(Map.of("lawfulBasis", "public-task", "directMarketing", "no")), false)).isEmpty();
    }

    @Test
    void c29WhoeverChangesWhatIsPublishedSaysWhetherItIsMaterial() {
        assertThat(wrong(form(Map.of()), true)).containsExactly("material");
        assertThat(wrong(form(Map.of("material", "no")), true)).isEmpty();
    }

    @Test
    void aTranslationIsCompleteOrNotThere() {
        assertThat(wrong(form(Map.of("polish", "O parkach")), false)).containsExactly("names[pl]", "frequencies[pl]");
        assertThat(wrong(form(Map.of("name", "")), false)).containsExactly("names[own]");
    }

}
