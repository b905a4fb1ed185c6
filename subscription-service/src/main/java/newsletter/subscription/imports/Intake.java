package newsletter.subscription.imports;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.EvidenceRecorded;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.ReceiptNumber;
import newsletter.subscription.contact.Crowd;
import newsletter.subscription.contact.Crowd.Member;
import newsletter.subscription.imports.Judge.Decided;
import newsletter.subscription.signup.Asked;
import newsletter.subscription.signup.SubscriptionRequest;

/** Makes subscribers of those who may come in, and asks the others. */
@Service
class Intake {

    private final Crowd crowd;

    private final PermissionLetter letter;

    private final Books books;

    private final Clock clock;

    Intake(Crowd crowd, PermissionLetter letter, Books books, Clock clock) {
        this.crowd = crowd;
        this.letter = letter;
        this.books = books;
        this.clock = clock;
    }

    /** In the caller’s transaction. */
    void take(List<Decided> decided, String collector) {
        if (decided.isEmpty()) {
            return;
        }
        List<List<Decided>> people = List.copyOf(Judge.byPerson(decided, (one) -> one.row().tag()).values());
        Instant now = this.clock.instant();
        List<Member> members = this.crowd
            .findOrAdd(people.stream().map((lines) -> lines.getFirst().row().newcomer()).toList(), now);
        Map<UUID, String> commitments = this.crowd.commitments(members);
        var work = new Work(now, collector);
        for (int i = 0; i < members.size(); i++) {
            List<Decided> lines = people.get(i);
            Member member = members.get(i);
            String commitment = Objects.requireNonNull(commitments.get(member.id()));
            lines.stream()
                .filter((one) -> one.outcome() == Outcome.SUBSCRIBED)
                .forEach((one) -> work.subscribe(member, one, Objects.requireNonNull(one.row().proof()), commitment));
            work.ask(member, lines.stream().filter((one) -> one.outcome() == Outcome.ASKED).toList());
        }
        this.books.enter(work.entries());
    }

    /** What a batch comes to, before it is written. */
    private final class Work {

        private final Instant now;

        private final String collector;

        private final List<SubscriptionRequest> requests = new ArrayList<>();

        private final List<ConsentGiven> given = new ArrayList<>();

        private final List<ConsentEvent> events = new ArrayList<>();

        private final Map<ByteBuffer, Set<String>> asked = new HashMap<>();

        Work(Instant now, String collector) {
            this.now = now;
            this.collector = collector;
        }

        /** Each line is a request of its own, since each has its own evidence. */
        void subscribe(Member member, Decided one, Proof proof, String commitment) {
            ImportRow row = one.row();
            var wanted = new RequestedNewsletter(row.newsletterId(), one.admission().purposeVersion(row),
                    proof.statement());
            // No letter asked: what asked was the statement.
            SubscriptionRequest request = SubscriptionRequest
                .of(new Agreements(member.id(), List.of()),
                        new Asked(List.of(wanted), proof.privacyNotice(), proof.statement(), row.language()), "import",
                        this.now, this.now.plus(SubscriptionRequest.VALIDITY))
                .confirmed(this.now, ReceiptNumber.random());
            this.requests.add(request);
            var consent = new ConsentGiven(UUID.randomUUID(), member.id(), this.now, UUID.randomUUID(),
                    row.newsletterId(), wanted.purposeVersion(), request.id(), proof.statement(), proof.privacyNotice(),
                    proof.statement(), row.language(), commitment, "evidence", one.admission().validUntil(row, proof),
                    Objects.requireNonNull(request.receiptNumber()), 1);
            this.given.add(consent);
            this.events.addAll(List.of(request.event(), new EvidenceRecorded(UUID.randomUUID(), member.id(), this.now,
                    request.id(), proof.collectedAt(), this.collector, proof.script(), proof.evidence()), consent));
        }

        /** One letter to a person, for all that they are asked for. */
        void ask(Member member, Collection<Decided> lines) {
            if (lines.isEmpty()) {
                return;
            }
            String language = lines.iterator().next().row().language();
            List<RequestedNewsletter> wanted = lines.stream()
                .map((one) -> new RequestedNewsletter(one.row().newsletterId(),
                        one.admission().purposeVersion(one.row()), statement(language, one.row().newsletterId())))
                .toList();
            SubscriptionRequest request = SubscriptionRequest.of(new Agreements(member.id(), List.of()),
                    Intake.this.letter.asked(language, wanted), "permission-request", this.now,
                    this.now.plus(SubscriptionRequest.VALIDITY));
            this.requests.add(request);
            this.events.add(request.event());
            this.asked.put(ByteBuffer.wrap(member.letterTags().getFirst()),
                    wanted.stream().map(RequestedNewsletter::newsletterId).collect(Collectors.toSet()));
        }

        private String statement(String language, String newsletterId) {
            return Intake.this.letter.statement(language, newsletterId);
        }

        Books.Entries entries() {
            return new Books.Entries(this.now, this.requests, this.given, this.events, this.asked);
        }

    }

}
