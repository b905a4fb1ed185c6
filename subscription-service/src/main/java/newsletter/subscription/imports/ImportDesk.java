package newsletter.subscription.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.contact.Crowd;
import newsletter.subscription.imports.Evidence.Library;
import newsletter.subscription.imports.Import.State;

/** What people do with imports. */
@Service
public class ImportDesk {

    private final Imports imports;

    private final ImportRows rows;

    private final Evidence evidence;

    private final PermissionLetter letter;

    private final Crowd crowd;

    private final Clock clock;

    ImportDesk(Imports imports, ImportRows rows, Evidence evidence, PermissionLetter letter, Crowd crowd, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.evidence = evidence;
        this.letter = letter;
        this.crowd = crowd;
        this.clock = clock;
    }

    /** Keeps a file. Nobody is told anything, and nothing else comes of it yet. */
    @Transactional
    UUID bring(String source, List<FileLine> lines, String defaultLanguage, String by) {
        Instant now = this.clock.instant();
        var brought = new Import(UUID.randomUUID(), source, by, now, lines.size(), State.CHECKING, null, null, null);
        var usable = new ArrayList<ImportRow>();
        var faults = new HashMap<Integer, Outcome>();
        sort(lines, defaultLanguage, now, usable, faults);
        this.imports.add(brought);
        this.rows.add(brought.id(), usable);
        this.rows.addUnusable(brought.id(), faults);
        return brought.id();
    }

    private void sort(List<FileLine> lines, String defaultLanguage, Instant now, List<ImportRow> usable,
            Map<Integer, Outcome> faults) {
        Library library = this.evidence.library();
        Set<String> seen = new HashSet<>();
        Map<String, Optional<Outcome>> faultOf = new HashMap<>();
        for (FileLine line : lines) {
            String language = line.language().isEmpty() ? defaultLanguage : line.language();
            EmailAddress address = line.mailbox().orElse(null);
            if (address == null) {
                faults.put(line.number(), Outcome.NO_ADDRESS);
            }
            else if (address.isRole()) {
                faults.put(line.number(), Outcome.ROLE);
            }
            else if (!seen.add(line.newsletter() + " " + address.canonical())) {
                faults.put(line.number(), Outcome.TWICE);
            }
            else {
                Proof proof = library.proof(line, language, now);
                Optional<Outcome> fault = faultOf.computeIfAbsent(
                        String.join(" ", language, line.newsletter(), String.valueOf(proof != null)),
                        (_) -> this.letter.fault(language, line.newsletter(), proof != null));
                fault.ifPresentOrElse((found) -> faults.put(line.number(), found),
                        () -> usable.add(new ImportRow(line.number(), this.crowd.newcomer(address, language),
                                line.newsletter(), proof)));
            }
        }
    }

    /** Whether it was still to be decided, by this officer (two pairs of eyes). */
    @Transactional
    boolean approve(UUID id, String officer) {
        return decide(id, State.APPROVED, officer);
    }

    /** Whether it was still to be decided. Who brought it may take it back. */
    @Transactional
    public boolean discard(UUID id, String by) {
        return decide(id, State.DISCARDED, by);
    }

    private boolean decide(UUID id, State state, String by) {
        return this.imports.lockToDecide(id)
            .filter((brought) -> (state == State.DISCARDED) ? brought.state() == State.CHECKED
                    : brought.mayBeDecidedBy(by))
            .map((brought) -> {
                this.imports.decide(id, state, by, this.clock.instant());
                if (state == State.DISCARDED) {
                    this.rows.forgetAddresses(id);
                }
                return true;
            })
            .orElse(false);
    }

}
