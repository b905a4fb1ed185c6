package newsletter.audit.integrity;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.audit.TableTest;
import newsletter.audit.Tampering;
import newsletter.audit.TestKeys;
import newsletter.audit.Told;
import newsletter.audit.checkpoint.SignNow;
import newsletter.audit.ingest.Batches;
import newsletter.audit.ledger.Head;
import newsletter.audit.ledger.LedgerHead;
import newsletter.events.Event;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever somebody with the database's password changes is found. */
@TableTest
class LedgerAuditTests {

    private final Told told = new Told();

    @Autowired
    private LedgerAudit audit;

    @Autowired
    private LedgerHead head;

    @Autowired
    private Batches batches;

    @Autowired
    private SignNow sign;

    @Autowired
    private Tampering tampering;

    @BeforeEach
    void aSignedLedger() {
        this.tampering.startAfresh();
        this.batches.take(Told.mayor(), this.told.requested(), this.told.confirmationMailed(), this.told.given());
        this.sign.sign();
        this.batches.take(this.told.edition(), this.told.delivered(5, 3), this.told.withdrawn());
        this.sign.sign();
    }

    @Test
    void anUntouchedLedgerIsIntact() {
        assertThat(this.audit.audit()).isEqualTo(new LedgerAudit.Finding(7, List.of()));
    }

    @Test
    void anEmptyLedgerIsIntact() {
        this.tampering.startAfresh();
        assertThat(this.audit.audit()).isEqualTo(new LedgerAudit.Finding(0, List.of()));
    }

    @Test
    void aLedgerOfSeveralTilesIsIntactUntilOneOfThemIsChanged() {
        List<Event> many = new ArrayList<>();
        for (int at = 0; at < 1100; at++) {
            many.add(new Told().withdrawn());
        }
        this.batches.take(many.toArray(Event[]::new));
        this.sign.sign();
        assertThat(this.audit.audit()).isEqualTo(new LedgerAudit.Finding(1107, List.of()));
        this.tampering.changeATile(1, 0, 2);
        assertThat(this.audit.audit().faults())
            .containsExactly("Tile 1/0 of the tree is not made of the entries below it.");
        this.tampering.changeATile(1, 0, 2);
        this.tampering.changeATile(0, 2, 255);
        assertThat(this.audit.audit().faults())
            .containsExactly("Tile 0/2 of the tree is not made of the entries below it.");
    }

    @Test
    void aChangedByteIsFound() {
        this.tampering.changeAByteOfThePayload(3);
        assertThat(this.audit.audit().faults()).contains(
                "The bytes of entry 3 do not have the hash that is stored with them.",
                "The first 4 entries are not those that were signed.");
    }

    @Test
    void aChangedLeafHashIsFound() {
        this.tampering.changeALeafHash(3);
        assertThat(this.audit.audit().faults()).containsExactly(
                "The bytes of entry 3 do not have the hash that is stored with them.",
                "Tile 0/0 of the tree is not made of the entries below it.");
    }

    @Test
    void aChangedTileIsFound() {
        this.tampering.changeATile(0, 0, 6);
        assertThat(this.audit.audit().faults())
            .containsExactly("Tile 0/0 of the tree is not made of the entries below it.");
    }

    @Test
    void aMissingTileIsFound() {
        this.tampering.run("DELETE FROM tile");
        assertThat(this.audit.audit().faults()).containsExactly("Tile 0/0 of the ledger is missing.");
    }

    @Test
    void aDeletedEntryIsFound() {
        this.tampering.run("DELETE FROM entry WHERE leaf_index = 2");
        assertThat(this.audit.audit().faults()).containsExactly("Of the entries 0 to 6, 1 are missing.");
    }

    @Test
    void swappedEntriesAreFound() {
        this.tampering.swapPayloads(1, 3);
        assertThat(this.audit.audit().faults()).contains("What entry 1 is filed under is not what its bytes say.",
                "The first 4 entries are not those that were signed.",
                "Tile 0/0 of the tree is not made of the entries below it.");
    }

    @Test
    void entriesThatSwappedPlacesWholeAreFound() {
        this.tampering.run("UPDATE entry SET leaf_index = 99 WHERE leaf_index = 1");
        this.tampering.run("UPDATE entry SET leaf_index = 1 WHERE leaf_index = 2");
        this.tampering.run("UPDATE entry SET leaf_index = 2 WHERE leaf_index = 99");
        assertThat(this.audit.audit().faults()).contains("The first 4 entries are not those that were signed.",
                "The first 7 entries are not those that were signed.",
                "Tile 0/0 of the tree is not made of the entries below it.",
                "The 7 entries do not have the root that the head of the ledger says.");
    }

    @Test
    void anEntryThatWasPutInBehindIsFound() {
        this.tampering
            .run("""
                    INSERT INTO entry SELECT 7, gen_random_uuid(), topic, partition, 999999, record_key, type, subscriber_id,
                        occurred_at, recorded_at, payload, leaf_hash FROM entry WHERE leaf_index = 3
                    """);
        assertThat(this.audit.audit().faults())
            .containsExactly("There are 1 entries behind the head of the ledger, which it does not know.");
    }

    @Test
    void aHeadThatWasRolledBackIsFound() {
        this.tampering.startAfresh();
        this.batches.take(this.told.requested(), this.told.given());
        Head old = this.head.read();
        this.batches.take(this.told.withdrawn());
        this.sign.sign();
        this.tampering.run("UPDATE ledger_head SET size = 2, root = '\\x%s'".formatted(old.root()));
        assertThat(this.audit.audit().faults())
            .contains("3 entries were signed, and the ledger has 2: it was rolled back.");
    }

    @Test
    void aLedgerThatWasRolledBackWholeIsFoundByItsCheckpoint() {
        this.tampering.run("DELETE FROM delivery_row");
        this.tampering.run("DELETE FROM delivery_report");
        this.tampering.run("DELETE FROM receipt");
        this.tampering.run("TRUNCATE entry, tile CASCADE");
        this.tampering.run("UPDATE ledger_head SET size = 0, root = sha256('')");
        assertThat(this.audit.audit().faults())
            .containsExactly("7 entries were signed, and the ledger has 0: it was rolled back.");
    }

    @Test
    void aLostHeadIsFound() {
        this.tampering.run("DELETE FROM ledger_head");
        try {
            assertThat(this.audit.audit().faults()).singleElement().asString().contains("lost its head");
        }
        finally {
            this.tampering.run("INSERT INTO ledger_head (size, root) VALUES (0, sha256(''))");
        }
    }

    @Test
    void anotherRootInTheHeadIsFound() {
        this.tampering.run("UPDATE ledger_head SET root = sha256('another')");
        assertThat(this.audit.audit().faults())
            .containsExactly("The 7 entries do not have the root that the head of the ledger says.");
    }

    @Test
    void anOlderCheckpointThatWasChangedIsFound() {
        this.tampering.run("UPDATE checkpoint SET root = sha256('another') WHERE size = 4");
        assertThat(this.audit.audit().faults()).containsExactly("The first 4 entries are not those that were signed.");
    }

    @Test
    void aForgedSignatureIsFound() {
        this.tampering.changeTheNewestSignature();
        assertThat(this.audit.audit().faults())
            .containsExactly("The newest stored checkpoint, of 7 entries, is not one that our key signed for "
                    + TestKeys.ORIGIN + ": it was changed, or the key or the name of the log was.");
    }

    @Test
    void anEntryThatIsHiddenFromItsPersonIsFound() {
        this.tampering.run("UPDATE entry SET subscriber_id = gen_random_uuid() WHERE leaf_index = 6");
        assertThat(this.audit.audit().faults())
            .containsExactly("What entry 6 is filed under is not what its bytes say.");
    }

    @Test
    void anEntryFiledUnderAnotherTypeOrEventIsFound() {
        this.tampering.run("UPDATE entry SET type = 'consent-given' WHERE leaf_index = 6");
        assertThat(this.audit.audit().faults()).hasSize(1);
        this.tampering
            .run("UPDATE entry SET type = 'consent-withdrawn', event_id = gen_random_uuid() WHERE leaf_index = 6");
        assertThat(this.audit.audit().faults()).hasSize(1);
    }

    @Test
    void aDeliveryThatIsHiddenFromItsPersonIsFound() {
        this.tampering.run("UPDATE delivery_row SET subscriber_id = gen_random_uuid() WHERE position = 3");
        assertThat(this.audit.audit().faults())
            .containsExactly("What delivery 3 of entry 5 is filed under is not what its bytes say.");
    }

    @Test
    void aDeliveryFiledUnderAnotherOutcomeOrEditionIsFound() {
        String fault = "What delivery 3 of entry 5 is filed under is not what its bytes say.";
        this.tampering.run("UPDATE delivery_row SET outcome = 'refused' WHERE position = 3");
        assertThat(this.audit.audit().faults()).contains(fault);
        this.tampering
            .run("UPDATE delivery_row SET outcome = 'accepted', edition_id = gen_random_uuid() WHERE position = 3");
        assertThat(this.audit.audit().faults()).containsExactly(fault);
    }

    @Test
    void aDeliveryThatWasChangedTakenOutOrPutInIsFound() {
        String fault = "The deliveries of the report in entry 5 are not those that were recorded.";
        this.tampering.run("UPDATE delivery_row SET row_bytes = set_byte(row_bytes, 9, 65) WHERE position = 1");
        assertThat(this.audit.audit().faults()).containsExactly(fault);
        this.tampering.run("DELETE FROM delivery_row WHERE position = 1");
        assertThat(this.audit.audit().faults()).containsExactly(fault);
        this.tampering.run("DELETE FROM delivery_row");
        assertThat(this.audit.audit().faults()).containsExactly(fault);
    }

    @Test
    void anotherSumOfAReportIsFound() {
        this.tampering.run("UPDATE delivery_report SET planned = 4");
        assertThat(this.audit.audit().faults())
            .containsExactly("The sums of the report in entry 5 are not those of its deliveries.");
        this.tampering.run("UPDATE delivery_report SET planned = 5, refused = 1, accepted = 4");
        assertThat(this.audit.audit().faults())
            .containsExactly("The sums of the report in entry 5 are not those of its deliveries.");
    }

}
