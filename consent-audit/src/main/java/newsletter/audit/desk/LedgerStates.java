package newsletter.audit.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import newsletter.audit.checkpoint.Checkpoints;
import newsletter.audit.checkpoint.SigningRound;
import newsletter.audit.delivery.Books;
import newsletter.audit.history.Publications;
import newsletter.audit.ingest.Backlog;
import newsletter.audit.ingest.LedgerListener;
import newsletter.audit.integrity.Check;
import newsletter.audit.integrity.LedgerCheck;
import newsletter.audit.ledger.Entries;
import newsletter.audit.ledger.Head;
import newsletter.audit.ledger.LedgerHead;
import newsletter.audit.tree.DamagedTree;

/** Asks all who know how the ledger stands, hence more parts than others. */
@Component
class LedgerStates {

    private static final int BOOKS = 10;

    private final LedgerHead head;

    private final Entries entries;

    private final Checkpoints checkpoints;

    private final SigningRound signing;

    private final LedgerListener intake;

    private final Backlog backlog;

    private final LedgerCheck check;

    private final Books books;

    private final Publications publications;

    LedgerStates(LedgerHead head, Entries entries, Checkpoints checkpoints, SigningRound signing, LedgerListener intake,
            Backlog backlog, LedgerCheck check, Books books, Publications publications) {
        this.head = head;
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.signing = signing;
        this.intake = intake;
        this.backlog = backlog;
        this.check = check;
        this.books = books;
        this.publications = publications;
    }

    LedgerState now() {
        Optional<Check> last = this.check.last();
        List<String> troubles = new ArrayList<>();
        last.filter((check) -> !check.isIntact())
            .ifPresent((check) -> check.faults()
                .forEach((fault) -> troubles.add("Found when all was recomputed: " + fault)));
        this.signing.refusal().ifPresent((why) -> troubles.add("The ledger is no longer signed. " + why));
        this.intake.trouble().ifPresent((why) -> troubles.add("Nothing new is taken into the ledger. " + why));
        return new LedgerState(size().orElse(null), this.entries.newestRecordedAt().orElse(null),
                this.checkpoints.newest().orElse(null), last.orElse(null), this.check.isRunning(), this.backlog.state(),
                troubles, books());
    }

    private Optional<Long> size() {
        try {
            return Optional.of(this.head.read()).map(Head::size);
        }
        catch (DamagedTree ex) {
            return Optional.empty();
        }
    }

    private List<LedgerState.Book> books() {
        return this.books.newest(BOOKS)
            .stream()
            .map((sum) -> new LedgerState.Book(sum.editionId(), this.publications.titleOf(sum.editionId()).orElse(null),
                    this.publications.nameOf(sum.newsletterId()), sum))
            .toList();
    }

}
