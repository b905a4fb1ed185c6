package newsletter.audit.evidence;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.audit.TableTest;
import newsletter.audit.Tampering;
import newsletter.audit.Told;
import newsletter.audit.checkpoint.SignNow;
import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.evidence.Standing.Broken;
import newsletter.audit.evidence.Standing.Proved;
import newsletter.audit.evidence.Standing.Unsigned;
import newsletter.audit.ingest.Batches;
import newsletter.audit.ledger.Entries;

import static org.assertj.core.api.Assertions.assertThat;

/** What an officer is told when somebody with the database's password was at work. */
@TableTest
class ProverTests {

    private final Told told = new Told();

    @Autowired
    private Evidence evidence;

    @Autowired
    private Entries entries;

    @Autowired
    private DeliveryRows rows;

    @Autowired
    private Batches batches;

    @Autowired
    private SignNow sign;

    @Autowired
    private Tampering tampering;

    @BeforeEach
    void aSignedLedger() {
        this.tampering.startAfresh();
        this.batches.take(Told.mayor(), this.told.requested(), this.told.confirmationMailed(), this.told.given(),
                this.told.edition(), this.told.delivered(5, 3));
        this.sign.sign();
    }

    @Test
    void everyEntryIsProved() {
        for (long index = 0; index < 6; index++) {
            assertThat(standing(index)).isInstanceOf(Proved.class);
        }
    }

    @Test
    void aRowIsProvedThroughItsReport() {
        assertThat(standingOfRow()).isInstanceOfSatisfying(Proved.class, (proved) -> {
            assertThat(proved.index()).isEqualTo(5);
            assertThat(proved.size()).isEqualTo(6);
            assertThat(proved.row()).isNotNull().satisfies((row) -> assertThat(row.index()).isEqualTo(3));
        });
    }

    @Test
    void whatCameAfterTheSignatureIsNotYetSigned() {
        this.batches.take(this.told.withdrawn());
        assertThat(standing(6)).isEqualTo(new Unsigned(6, 6));
        this.sign.sign();
        assertThat(standing(6)).isInstanceOf(Proved.class);
    }

    @Test
    void nothingIsProvedBeforeTheFirstSignature() {
        this.tampering.run("TRUNCATE checkpoint");
        assertThat(standing(0)).isEqualTo(new Unsigned(0, 0));
    }

    @Test
    void aChangedByteShows() {
        this.tampering.changeAByteOfThePayload(3);
        assertThat(standing(3)).isInstanceOf(Broken.class);
        assertThat(standing(2)).isInstanceOf(Proved.class);
    }

    @Test
    void aChangedLeafHashShows() {
        this.tampering.changeALeafHash(3);
        assertThat(standing(3)).isInstanceOf(Broken.class);
    }

    @Test
    void bytesThatWereChangedWithTheirHashShow() {
        rewrite(3);
        assertThat(standing(3)).isInstanceOf(Broken.class);
    }

    @Test
    void bytesThatWereChangedWithTheirHashAndTheTileShow() {
        rewrite(3);
        this.tampering.run("""
                UPDATE tile SET hashes = overlay(hashes PLACING (SELECT leaf_hash FROM entry WHERE leaf_index = 3)
                    FROM 3 * 32 + 1 FOR 32)
                """);
        assertThat(standing(3)).isInstanceOf(Broken.class);
        assertThat(standing(2)).isInstanceOf(Broken.class);
    }

    @Test
    void swappedEntriesShow() {
        this.tampering.swapPayloads(1, 3);
        assertThat(standing(1)).isInstanceOf(Broken.class);
        assertThat(standing(3)).isInstanceOf(Broken.class);
    }

    @Test
    void aChangedTileShows() {
        this.tampering.changeATile(0, 0, 0);
        assertThat(standing(1)).isInstanceOf(Broken.class);
    }

    @Test
    void aMissingTileShows() {
        this.tampering.run("DELETE FROM tile");
        assertThat(standing(1)).isInstanceOf(Broken.class);
    }

    @Test
    void aCheckpointWithoutOurSignatureProvesNothing() {
        this.tampering.changeTheNewestSignature();
        assertThat(standing(1)).isInstanceOf(Broken.class);
    }

    @Test
    void aCheckpointRowThatSaysOtherwiseThanItsNoteProvesNothing() {
        this.tampering.run("UPDATE checkpoint SET size = 5");
        assertThat(standing(1)).isInstanceOf(Broken.class);
    }

    @Test
    void aChangedRowShows() {
        this.tampering.run("UPDATE delivery_row SET row_bytes = set_byte(row_bytes, 9, 65) WHERE position = 3");
        assertThat(standingOfRow()).isInstanceOf(Broken.class);
    }

    @Test
    void aChangedNeighbourShows() {
        this.tampering.run("UPDATE delivery_row SET row_bytes = set_byte(row_bytes, 9, 65) WHERE position = 0");
        assertThat(standingOfRow()).isInstanceOf(Broken.class);
    }

    @Test
    void aMissingNeighbourShows() {
        this.tampering.run("DELETE FROM delivery_row WHERE position = 4");
        assertThat(standingOfRow()).isInstanceOf(Broken.class);
    }

    @Test
    void aRowThatWasPutInShows() {
        UUID stranger = UUID.randomUUID();
        this.tampering
            .run("""
                    INSERT INTO delivery_row SELECT leaf_index, 5, delivery_id, '%s', consent_id, edition_id, outcome, at, row_bytes
                    FROM delivery_row WHERE position = 3
                    """
                .formatted(stranger));
        assertThat(this.evidence.prover().of(this.rows.about(stranger).getFirst())).isInstanceOf(Broken.class);
    }

    @Test
    void aManifestThatWasChangedWithItsRowsShows() {
        this.tampering.changeAByteOfThePayload(5);
        assertThat(standingOfRow()).isInstanceOf(Broken.class);
    }

    /** The bytes and the hash beside them, as somebody would who knows how it is made. */
    private void rewrite(long index) {
        this.tampering.changeAByteOfThePayload(index);
        this.tampering
            .run("UPDATE entry SET leaf_hash = sha256('\\x00'::bytea || payload) WHERE leaf_index = " + index);
    }

    private Standing standing(long index) {
        return this.evidence.prover().of(this.entries.at(index).orElseThrow());
    }

    private Standing standingOfRow() {
        return this.evidence.prover().of(this.rows.about(this.told.subscriberId).getFirst());
    }

}
