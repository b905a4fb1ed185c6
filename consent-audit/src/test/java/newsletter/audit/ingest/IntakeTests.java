package newsletter.audit.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.audit.TableTest;
import newsletter.audit.Tampering;
import newsletter.audit.Told;
import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.delivery.StoredRow;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Entry;
import newsletter.audit.ledger.Head;
import newsletter.audit.ledger.LedgerHead;
import newsletter.audit.ledger.Place;
import newsletter.audit.ledger.Tiles;
import newsletter.audit.reading.DeliveryManifest;
import newsletter.audit.reading.Reading;
import newsletter.audit.reading.UnreadableRecord;
import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Frontier;
import newsletter.audit.tree.Hash;
import newsletter.audit.tree.TiledTree;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.Event;
import newsletter.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class IntakeTests {

    /** The common pool of a small machine has one thread. */
    private static final Executor AT_ONCE = (task) -> Thread.ofVirtual().start(task);

    private final Told told = new Told();

    @Autowired
    private Intake intake;

    @Autowired
    private Batches batches;

    @Autowired
    private LedgerHead head;

    @Autowired
    private Entries entries;

    @Autowired
    private Tiles tiles;

    @Autowired
    private DeliveryRows deliveries;

    @Autowired
    private Tampering tampering;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyLedger() {
        this.tampering.startAfresh();
    }

    @Test
    void aBatchBecomesLeavesInItsOrder() {
        Event[] events = { this.told.requested(), this.told.confirmationMailed(), this.told.given() };
        this.batches.take(events);
        List<Entry> stored = this.entries.between(0, 10);
        assertThat(stored).extracting(Entry::index).containsExactly(0L, 1L, 2L);
        assertThat(stored).extracting(Entry::type)
            .containsExactly("subscription-requested", "letter-reported", "consent-given");
        assertThat(stored).extracting(Entry::payload)
            .containsExactly(Told.bytes(events[0]), Told.bytes(events[1]), Told.bytes(events[2]));
        assertThat(this.head.read()).isEqualTo(new Head(3, rootOf(stored)));
        assertThat(new TiledTree(this.tiles).frontier(3).root()).isEqualTo(this.head.read().root());
    }

    @Test
    void manyBatchesMakeTheSameTreeAsOne() {
        List<Reading> all = new ArrayList<>();
        for (int at = 0; at < 700; at++) {
            all.addAll(Batches.of(new Told().withdrawn()));
        }
        int from = 0;
        for (int size : new int[] { 1, 254, 1, 1, 300, 143 }) {
            this.intake.take(all.subList(from, from + size));
            from += size;
        }
        Head head = this.head.read();
        assertThat(head).isEqualTo(new Head(700, rootOf(this.entries.between(0, 700))));
        assertThat(new TiledTree(this.tiles).frontier(700).root()).isEqualTo(head.root());
    }

    @Test
    void readingEverythingAgainChangesNothing() {
        List<Reading> batch = Batches.of(this.told.requested(), this.told.given(), this.told.delivered(3, 1));
        batch.add(new Reading.Unreadable(new Place(Topics.EDITIONS, 2, 1), new byte[] { 9 }, "not UTF-8"));
        this.intake.take(batch);
        Head before = this.head.read();
        assertThat(before.size()).isEqualTo(4);
        this.intake.take(batch);
        for (Reading reading : batch) {
            this.intake.take(List.of(reading));
        }
        assertThat(this.head.read()).isEqualTo(before);
        assertThat(this.entries.count()).isEqualTo(4);
    }

    @Test
    void theRowsOfAReportHangBelowItsManifest() {
        DeliveriesReported report = this.told.delivered(5, 3);
        this.batches.take(report);
        Entry manifest = this.entries.at(0).orElseThrow();
        List<StoredRow> rows = this.deliveries.of(0);
        assertThat(rows).extracting(StoredRow::position).containsExactly(0, 1, 2, 3, 4);
        assertThat(DeliveryManifest.rootOf(rows.stream().map(StoredRow::bytes).toList()))
            .hasToString(DeliveryManifest.read(manifest.payload()).rowsRoot());
        assertThat(this.deliveries.about(this.told.subscriberId)).singleElement()
            .satisfies((row) -> assertThat(row.position()).isEqualTo(3));
    }

    @Test
    void anUnreadableRecordIsRecordedByItsHash() {
        var unreadable = new Reading.Unreadable(new Place(Topics.EDITIONS, 2, 17), new byte[] { 1, 2 }, "not UTF-8");
        this.intake.take(List.of(unreadable));
        Entry entry = this.entries.at(0).orElseThrow();
        assertThat(entry.type()).isEqualTo("unreadable-record");
        UnreadableRecord said = UnreadableRecord.read(entry.payload());
        assertThat(said.valueSha256()).isEqualTo("a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222");
        assertThat(said.deadLetters()).isEqualTo("editions-dlt");
        assertThat(said.offset()).isEqualTo(17);
        assertThat(said.partition()).isEqualTo(2);
    }

    @Test
    void aCrashInTheMiddleOfABatchLeavesNothing() {
        this.batches.take(this.told.requested());
        Head before = this.head.read();
        DeliveriesReported report = this.told.delivered(2, 0);
        // Rows come last: entries, tiles and head are written by then.
        this.tampering.run("ALTER TABLE delivery_row ADD CONSTRAINT crash CHECK (false) NOT VALID");
        try {
            assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> this.batches.take(this.told.given(), report));
        }
        finally {
            this.tampering.run("ALTER TABLE delivery_row DROP CONSTRAINT crash");
        }
        assertThat(this.head.read()).isEqualTo(before);
        assertThat(this.entries.count()).isEqualTo(1);
        assertThat(this.tiles.tile(0, 0).hashes()).hasSize(1);
        assertThat(this.deliveries.of(2)).isEmpty();
        this.batches.take(this.told.given());
        assertThat(this.head.read().size()).isEqualTo(2);
    }

    @Test
    void writersAtOnceWaitForEachOtherAndLoseNothing() {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
            .mapToObj((writer) -> CompletableFuture.runAsync(() -> {
                for (int at = 0; at < 25; at++) {
                    this.batches.take(new Told().withdrawn());
                }
            }, AT_ONCE))
            .toList();
        writers.forEach(CompletableFuture::join);
        assertThat(this.head.read()).isEqualTo(new Head(100, rootOf(this.entries.between(0, 100))));
    }

    /** All are held up where they ask for the head, so that none can be lucky. */
    @Test
    void theSameRecordsReadByTwoAtOnceJoinOnce() {
        List<Reading> batch = Batches.of(this.told.requested(), this.told.given(), this.told.withdrawn());
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        this.transactions.executeWithoutResult((transaction) -> {
            this.head.lock();
            for (int writer = 0; writer < 3; writer++) {
                writers.add(CompletableFuture.runAsync(() -> this.intake.take(batch), AT_ONCE));
            }
            Awaitility.await().until(() -> this.jdbc.sql("""
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'
                    """).query(Long.class).single() == 3);
        });
        writers.forEach(CompletableFuture::join);
        assertThat(this.head.read().size()).isEqualTo(3);
    }

    @Test
    void nothingIsAppendedToATreeThatIsNotTheOneOfItsHead() {
        this.batches.take(this.told.requested(), this.told.given());
        this.tampering.changeATile(0, 0, 1);
        assertThatExceptionOfType(DamagedTree.class).isThrownBy(() -> this.batches.take(this.told.withdrawn()));
        this.tampering.changeATile(0, 0, 1);
        this.tampering.run("UPDATE ledger_head SET root = sha256('another')");
        assertThatExceptionOfType(DamagedTree.class).isThrownBy(() -> this.batches.take(this.told.withdrawn()));
        assertThat(this.entries.count()).isEqualTo(2);
    }

    @Test
    void nothingIsAppendedBehindAHeadThatWasRolledBack() {
        this.batches.take(this.told.requested());
        Head old = this.head.read();
        this.batches.take(this.told.given());
        this.tampering.run("UPDATE ledger_head SET size = 1, root = '\\x" + old.root() + "'");
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.batches.take(this.told.withdrawn()));
        assertThat(this.entries.count()).isEqualTo(2);
    }

    private static Hash rootOf(List<Entry> entries) {
        var frontier = new Frontier();
        entries.forEach((entry) -> frontier.append(Hash.ofLeaf(entry.payload())));
        return frontier.root();
    }

}
