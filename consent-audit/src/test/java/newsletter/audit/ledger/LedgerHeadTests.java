package newsletter.audit.ledger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

import newsletter.audit.TableTest;
import newsletter.audit.Tampering;
import newsletter.audit.tree.DamagedTree;
import newsletter.audit.tree.Hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class LedgerHeadTests {

    private static final Hash SOME = Hash.ofLeaf(new byte[] { 1 });

    private static final Hash OTHER = Hash.ofLeaf(new byte[] { 2 });

    @Autowired
    private LedgerHead head;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Tampering tampering;

    @BeforeEach
    void anEmptyLedger() {
        this.tampering.startAfresh();
    }

    @Test
    void aWriterWhoKnowsAnOldHeadIsFencedOut() {
        Head old = this.head.read();
        move(old, new Head(5, SOME));
        assertThatExceptionOfType(HeadMoved.class).isThrownBy(() -> move(old, new Head(3, OTHER)));
        assertThatExceptionOfType(HeadMoved.class).isThrownBy(() -> move(new Head(5, OTHER), new Head(6, OTHER)));
        assertThat(this.head.read()).isEqualTo(new Head(5, SOME));
    }

    @Test
    void itMovesOnlyInsideATransaction() {
        Head old = this.head.read();
        assertThatExceptionOfType(IllegalTransactionStateException.class)
            .isThrownBy(() -> this.head.move(old, new Head(1, SOME)));
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(this.head::lock);
    }

    @Test
    void aLedgerWithoutAHeadIsDamaged() {
        this.tampering.run("DELETE FROM ledger_head");
        try {
            assertThatExceptionOfType(DamagedTree.class).isThrownBy(this.head::read);
        }
        finally {
            this.tampering.run("INSERT INTO ledger_head (size, root) VALUES (0, sha256(''))");
        }
    }

    private void move(Head old, Head moved) {
        this.transaction.executeWithoutResult((status) -> this.head.move(old, moved));
    }

}
