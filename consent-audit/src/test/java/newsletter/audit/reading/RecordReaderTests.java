package newsletter.audit.reading;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.audit.Told;
import newsletter.audit.ledger.Place;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.EventJson;
import newsletter.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;

class RecordReaderTests {

    private static final Place PLACE = new Place(Topics.CONSENT_EVENTS, 1, 42);

    private final Told told = new Told();

    @Test
    void anEventIsEnteredByItsExactBytes() {
        ConsentWithdrawn withdrawn = this.told.withdrawn();
        // Spaces, order and a field of the future: nothing is written anew.
        String json = EventJson.write(withdrawn).replace("{", "{ ").replace("}", " , \"later\" : 1.50 }\n");
        Reading.Understood read = understood(PLACE, json);
        assertThat(read.entry().payload()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
        assertThat(read.event()).isEqualTo(withdrawn);
        assertThat(read.entry().eventId()).isEqualTo(withdrawn.eventId());
        assertThat(read.entry().subscriberId()).isEqualTo(this.told.subscriberId);
        assertThat(read.entry().type()).isEqualTo("consent-withdrawn");
        assertThat(read.entry().occurredAt()).isEqualTo(withdrawn.occurredAt());
    }

    @Test
    void aReportIsEnteredByItsManifest() {
        DeliveriesReported report = this.told.delivered(3, 1);
        Reading.Understood read = understood(new Place(Topics.DELIVERY_REPORTS, 0, 7), EventJson.write(report));
        assertThat(read.entry().type()).isEqualTo("delivery-manifest");
        assertThat(read.entry().eventId()).isEqualTo(report.eventId());
        assertThat(read.entry().subscriberId()).isNull();
        assertThat(read.rows()).hasSize(3);
        DeliveryManifest manifest = DeliveryManifest.read(read.entry().payload());
        assertThat(manifest.rowsRoot()).isEqualTo(DeliveryManifest.rootOf(read.rows()).toString());
    }

    @Test
    void aLetterIsAboutItsReader() {
        Reading.Understood read = understood(new Place(Topics.DELIVERY_REPORTS, 0, 7),
                EventJson.write(this.told.confirmationMailed()));
        assertThat(read.entry().subscriberId()).isEqualTo(this.told.subscriberId);
        assertThat(read.entry().type()).isEqualTo("letter-reported");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{}", "no JSON", "{\"type\":\"consent-forgotten\"}",
            "{\"type\":\"consent-withdrawn\"}", "{\"type\":\"newsletter-published\"}" })
    void whatIsNoEventOfTheTopicIsUnreadable(String value) {
        assertThat(unreadable(value).reason()).isEqualTo("not an event that we know");
    }

    @Test
    void whatTheDatabaseCouldNotHoldIsUnreadable() {
        String json = EventJson.write(this.told.given());
        assertThat(unreadable(json.replace(this.told.receiptNumber, "R\\u0000")).reason()).isEqualTo("it has a NUL");
        assertThat(unreadable(json.replace("2026-11-22T14:09:22", "+999999-11-22T14:09:22")).reason())
            .isEqualTo("its time is no time");
        assertThat(unreadable(json.replace("2026-11-22T14:09:22", "3001-11-22T14:09:22")).reason())
            .isEqualTo("its time is no time");
        assertThat(RecordReader.read(PLACE, "k".repeat(300), json.getBytes(StandardCharsets.UTF_8)))
            .isInstanceOf(Reading.Unreadable.class);
        assertThat(unreadable(json.replace(this.told.receiptNumber, "R".repeat(300))).reason())
            .isEqualTo("its receipt number is too long");
        assertThat(unreadable(json.replaceAll("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":1e99")).reason())
            .isEqualTo("not an event that we know");
    }

    @Test
    void bytesThatAreNotUtf8AreUnreadableAndKept() {
        byte[] value = { '{', (byte) 0xC3, (byte) 0x28, '}' };
        var unreadable = (Reading.Unreadable) RecordReader.read(PLACE, null, value);
        assertThat(unreadable.reason()).isEqualTo("not UTF-8");
        assertThat(unreadable.value()).isEqualTo(value);
    }

    @Test
    void nothingIsTakenBack() {
        assertThat(RecordReader.read(PLACE, UUID.randomUUID().toString(), null)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void aReportWithTwoListsOfRowsIsUnreadable() {
        String json = EventJson.write(this.told.delivered(2, 0));
        String twice = json.substring(0, json.length() - 1) + ",\"rows\":[]}";
        assertThat(RecordReader.read(new Place(Topics.DELIVERY_REPORTS, 0, 1), null,
                twice.getBytes(StandardCharsets.UTF_8)))
            .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void theReasonNeverQuotesTheRecord() {
        assertThat(unreadable("{\"type\":\"ada@example.org\"}").reason()).doesNotContain("ada");
    }

    private static Reading.Understood understood(Place place, String json) {
        return (Reading.Understood) RecordReader.read(place, "key", json.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading.Unreadable unreadable(String json) {
        return (Reading.Unreadable) RecordReader.read(PLACE, "key", json.getBytes(StandardCharsets.UTF_8));
    }

}
