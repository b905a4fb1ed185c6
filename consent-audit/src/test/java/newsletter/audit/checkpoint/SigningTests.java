package newsletter.audit.checkpoint;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.audit.TableTest;
import newsletter.audit.Tampering;
import newsletter.audit.TestKeys;
import newsletter.audit.Told;
import newsletter.audit.ingest.Batches;
import newsletter.audit.ledger.Head;
import newsletter.audit.ledger.LedgerHead;
import newsletter.audit.ledger.Tiles;
import newsletter.audit.tree.DamagedTree;
import newsletter.events.Event;
import newsletter.personaldata.KeysetFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class SigningTests {

    private final Told told = new Told();

    @Autowired
    private Signing signing;

    @Autowired
    private Checkpoints checkpoints;

    @Autowired
    private CheckpointKey key;

    @Autowired
    private Batches batches;

    @Autowired
    private LedgerHead head;

    @Autowired
    private Tiles tiles;

    @Autowired
    private Tampering tampering;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyLedger() {
        this.tampering.startAfresh();
    }

    @Test
    void aTreeThatGrewIsSignedStoredAndTold() throws GeneralSecurityException {
        this.batches.take(this.told.requested(), this.told.given());
        this.signing.signWhatGrew();
        StoredCheckpoint stored = this.checkpoints.newest().orElseThrow();
        assertThat(new Head(stored.size(), stored.root())).isEqualTo(this.head.read());
        assertThat(new IndependentVerifier(this.key.verifierKeys()).open(stored.note())).contains("2");
        assertThat(this.jdbc.sql("SELECT payload FROM outbox WHERE topic = 'ledger-checkpoints'")
            .query(String.class)
            .list()).containsExactly(stored.note());
    }

    @Test
    void whatDidNotGrowIsNotSignedAgain() {
        assertThat(this.signing.signWhatGrew()).isEmpty();
        this.batches.take(this.told.requested());
        assertThat(this.signing.signWhatGrew()).isPresent();
        assertThat(this.signing.signWhatGrew()).isEmpty();
        this.batches.take(this.told.given());
        assertThat(this.signing.signWhatGrew()).isPresent();
    }

    @Test
    void nothingIsSignedSoonerThanTheIntervalAllows() {
        this.batches.take(this.told.requested());
        this.signing.signWhatGrew();
        StoredCheckpoint signed = this.checkpoints.newest().orElseThrow();
        this.batches.take(this.told.given());
        assertThat(notary(signed.signedAt().plusSeconds(9)).sign(this.head.read(), Optional.of(signed))).isEmpty();
        assertThat(notary(signed.signedAt().plusSeconds(10)).sign(this.head.read(), Optional.of(signed))).isPresent();
    }

    @Test
    void aLedgerThatWasRolledBackIsNotSigned() {
        this.batches.take(this.told.requested());
        Head old = this.head.read();
        this.batches.take(this.told.given());
        this.signing.signWhatGrew();
        this.tampering.run("TRUNCATE receipt");
        this.tampering.run("DELETE FROM entry WHERE leaf_index > 0");
        this.tampering.run("DELETE FROM tile");
        this.tampering.run("INSERT INTO tile (level, tile_index, hashes) VALUES (0, 0, '\\x%s')".formatted(old.root()));
        this.tampering.run("UPDATE ledger_head SET size = 1, root = '\\x%s'".formatted(old.root()));
        assertRefused("it was rolled back");
    }

    @Test
    void aLedgerOfTheSameSizeThatHoldsSomethingElseIsNotSigned() {
        this.batches.take(this.told.requested(), this.told.given());
        this.signing.signWhatGrew();
        retell(this.told.requested(), this.told.withdrawn());
        assertRefused("does not begin with the 2 that were signed");
    }

    @Test
    void aLargerLedgerThatBeginsDifferentlyIsNotSigned() {
        this.batches.take(this.told.requested(), this.told.given());
        this.signing.signWhatGrew();
        retell(this.told.requested(), this.told.withdrawn(), this.told.viewed(), this.told.given());
        assertRefused("The ledger of 4 entries does not begin with the 2 that were signed");
    }

    @Test
    void aTreeThatHasNotTheRootOfItsHeadIsNotSigned() {
        this.batches.take(this.told.requested(), this.told.given());
        this.tampering.run("UPDATE ledger_head SET root = sha256('another')");
        assertRefused("does not have the root that its head says");
    }

    @Test
    void aTreeWithAMissingTileIsNotSigned() {
        this.batches.take(this.told.requested(), this.told.given());
        this.tampering.run("DELETE FROM tile");
        assertThatExceptionOfType(DamagedTree.class).isThrownBy(this.signing::signWhatGrew);
    }

    @Test
    void nothingIsSignedBehindACheckpointThatIsNotOurs() {
        this.batches.take(this.told.requested());
        this.signing.signWhatGrew();
        this.batches.take(this.told.given());
        this.tampering.run("UPDATE checkpoint SET note = replace(note, 'exford', 'exfurd')");
        assertRefused("is not one that our key signed");
    }

    @Test
    void aCheckpointWhoseRowWasChangedWithTheTreeIsFoundByItsNote() {
        this.batches.take(this.told.requested(), this.told.given());
        this.signing.signWhatGrew();
        retell(this.told.requested(), this.told.withdrawn());
        this.tampering.run("UPDATE checkpoint SET root = (SELECT root FROM ledger_head)");
        assertRefused("is not one that our key signed");
    }

    /** Somebody writes another story, tree and all, and keeps the checkpoints. */
    private void retell(Event... events) {
        this.tampering.run("TRUNCATE entry, tile, delivery_report, delivery_row, receipt");
        this.tampering.run("UPDATE ledger_head SET size = 0, root = sha256('')");
        this.batches.take(events);
    }

    private void assertRefused(String why) {
        long before = this.jdbc.sql("SELECT count(*) FROM checkpoint").query(Long.class).single();
        assertThatExceptionOfType(SigningRefused.class).isThrownBy(this.signing::signWhatGrew)
            .withMessageContaining(why);
        assertThat(this.jdbc.sql("SELECT count(*) FROM checkpoint").query(Long.class).single()).isEqualTo(before);
    }

    private Notary notary(Instant now) {
        return new Notary(this.tiles,
                new CheckpointKey(KeysetFile.read(TestKeys.file("ledger"), true), TestKeys.ORIGIN),
                new CheckpointProperties(TestKeys.ORIGIN, Duration.ofSeconds(10)), Clock.fixed(now, ZoneOffset.UTC));
    }

}
