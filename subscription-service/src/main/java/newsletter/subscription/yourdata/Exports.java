package newsletter.subscription.yourdata;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.DataExported;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.contact.Subscribers.Known;
import newsletter.subscription.receipt.ConsentRecord;
import newsletter.subscription.receipt.ConsentRecords;
import newsletter.subscription.receipt.SignedReceipts;
import newsletter.subscription.reported.Looks;
import newsletter.subscription.reported.SentMails;
import newsletter.subscription.rights.Rights;
import newsletter.subscription.yourdata.Export.Person;
import newsletter.subscription.yourdata.Export.Request;
import newsletter.subscription.yourdata.Export.Wish;

/** Hands a person a copy of what we hold of them. It is told before it is handed out. */
@Component
class Exports {

    private final Subscribers subscribers;

    private final Holdings holdings;

    private final ConsentRecords records;

    private final SignedReceipts receipts;

    private final SentMails mails;

    private final Looks looks;

    private final Rights rights;

    private final Copies copies;

    private final Clock clock;

    Exports(Subscribers subscribers, Holdings holdings, ConsentRecords records, SignedReceipts receipts,
            SentMails mails, Looks looks, Rights rights, Copies copies, Clock clock) {
        this.subscribers = subscribers;
        this.holdings = holdings;
        this.records = records;
        this.receipts = receipts;
        this.mails = mails;
        this.looks = looks;
        this.rights = rights;
        this.copies = copies;
        this.clock = clock;
    }

    /** Empty if there is no such subscriber. */
    @Transactional
    Optional<Export> take(UUID subscriberId, Format format) {
        // Locks the subscriber: what is in the copy happened before it, and nothing else.
        return this.subscribers.known(subscriberId).map((known) -> {
            Instant now = this.clock.instant();
            this.copies.add(new DataExported(UUID.randomUUID(), subscriberId, now, format.text()));
            return export(known, now);
        });
    }

    private Export export(Known known, Instant now) {
        UUID id = known.id();
        String address = this.subscribers.address(id).orElseThrow().mailbox();
        List<Request> requests = this.holdings.requests(id);
        List<ConsentRecord> consents = this.records.of(id, now);
        return new Export(Export.VERSION, now,
                new Person(id, address, known.language(), this.holdings.knownSince(id),
                        this.rights.restrictedSince(id).orElse(null)),
                requests, consents, this.receipts.of(id), this.holdings.wordings(wordings(requests, consents)),
                this.mails.mails(id), this.mails.letters(id), this.rights.of(id), this.copies.of(id),
                this.looks.at(id));
    }

    private static Set<String> wordings(List<Request> requests, List<ConsentRecord> consents) {
        Stream<String> asked = requests.stream()
            .flatMap((request) -> Stream.concat(Stream.of(request.privacyNotice(), request.confirmationMail()),
                    request.newsletters().stream().map(Wish::statement)));
        Stream<String> given = consents.stream()
            .flatMap((consent) -> Stream.of(consent.statement(), consent.privacyNotice(), consent.confirmationMail()))
            .map(ConsentRecord.Text::textSha256);
        return Stream.concat(asked, given).collect(Collectors.toSet());
    }

}
