package newsletter.subscription.receipt;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTests {

    private final JsonNode json = ReceiptJson.tree(SomeReceipt.signed(new ReceiptKeys(SomeReceipt.keyset())).payload());

    /** As W3C's DPV group lists the fields that ISO/IEC TS 27560 makes mandatory. */
    @Test
    void everyMandatoryFieldIsThere() {
        for (String path : List.of("/schema_version", "/receipt_id", "/pii_principal_id", "/privacy_notice/url",
                "/privacy_notice/version", "/language", "/pii_information/0/pii_type", "/pii_controllers/0/party_id",
                "/pii_controllers/0/party_name", "/pii_controllers/0/party_address", "/pii_controllers/0/party_contact",
                "/pii_controllers/0/party_type", "/collection/method", "/storage_locations/0", "/retention_period",
                "/jurisdiction", "/recipient_third_parties/0/party_name", "/withdrawal_method/0", "/privacy_rights",
                "/records/0/record_id", "/records/0/purposes/0/newsletter", "/records/0/lawful_basis",
                "/records/0/event_time", "/records/0/validity_duration", "/records/0/entity_id",
                "/records/0/event_type", "/records/0/event_state")) {
            assertThat(this.json.at(path).asString("")).as(path).isNotBlank();
        }
    }

    @Test
    void itSaysWhatWasAgreedToWhenAndForHowLong() {
        assertThat(this.json.at("/created").stringValue()).isEqualTo("2026-11-22T14:09:31.482Z");
        assertThat(this.json.at("/collection/requested_at").stringValue()).isEqualTo("2026-11-22T14:08:31.482Z");
        assertThat(this.json.at("/records/0/validity_duration").stringValue()).isEqualTo("P2Y");
        assertThat(this.json.at("/records/0/purposes/0/version").intValue()).isEqualTo(3);
        assertThat(this.json.at("/records/0/statement_text").stringValue())
            .isEqualTo("I agree to “Email from the Mayor” <b>&");
        assertThat(this.json.at("/records/0/statement/url").stringValue())
            .isEqualTo("https://news.exford.example.org/wordings/" + "ab".repeat(32));
    }

    @Test
    void c12AllOfItIsInTheLanguageOfTheConsent() {
        Document polish = SomeReceipt.documents(new ReceiptKeys(SomeReceipt.keyset()))
            .sign(SomeReceipt.receipt("pl"))
            .document();
        assertThat(polish.language()).isEqualTo("pl");
        assertThat(polish.retentionPeriod()).isEqualTo("6 lat");
        assertThat(polish.withdrawalMethod()).first().isEqualTo("Link w każdym biuletynie");
        Document welsh = SomeReceipt.documents(new ReceiptKeys(SomeReceipt.keyset()))
            .sign(SomeReceipt.receipt("cy"))
            .document();
        assertThat(welsh.retentionPeriod()).isEqualTo("6 years");
    }

    @Test
    void theNamesOfTheMembersArePartOfWhatIsSigned() {
        assertThat(this.json.propertyNames()).containsExactly("$schema", "schema_version", "receipt_id", "created",
                "issuer", "pii_principal_id", "language", "jurisdiction", "pii_controllers", "recipient_third_parties",
                "privacy_notice", "collection", "pii_information", "storage_locations", "retention_period",
                "withdrawal_method", "privacy_rights", "authority_party", "records");
        assertThat(this.json.at("/records/0").propertyNames()).containsExactly("record_id", "event_type", "event_state",
                "event_time", "entity_id", "purposes", "lawful_basis", "direct_marketing", "statement",
                "statement_text", "valid_until", "validity_duration");
    }

}
