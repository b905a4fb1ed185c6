package newsletter.audit.ingest;

import org.springframework.stereotype.Component;

import newsletter.audit.delivery.DeliveryRows;
import newsletter.audit.person.Contacts;
import newsletter.audit.person.Receipts;
import newsletter.audit.propagation.Demands;
import newsletter.audit.reading.Reading;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.AddressChangeLapsed;
import newsletter.events.ConsentEvent.AddressChangeRequested;
import newsletter.events.ConsentEvent.AddressChanged;
import newsletter.events.ConsentEvent.ConsentEnded;
import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.DataExported;
import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.EvidenceRecorded;
import newsletter.events.ConsentEvent.LanguageChanged;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.RightsRequestAcknowledged;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.SuppressionLifted;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.EditionPublished;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventAcknowledged.Kind;
import newsletter.events.NewsletterPublished;
import newsletter.events.SubscriberContact;

/** What is derived from a new entry, so that it can be found. */
@Component
class Derived {

    private final DeliveryRows deliveries;

    private final Receipts receipts;

    private final Contacts contacts;

    private final Demands demands;

    Derived(DeliveryRows deliveries, Receipts receipts, Contacts contacts, Demands demands) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.contacts = contacts;
        this.demands = demands;
    }

    /** A new event does not compile until it is here. */
    void add(long leafIndex, Reading.Understood reading) {
        switch (reading.event()) {
            case DeliveriesReported report -> this.deliveries.add(leafIndex, report, reading.rows());
            case ConsentGiven given -> this.receipts.add(leafIndex, given);
            case SubscriberErased erased -> erase(erased);
            case EventAcknowledged acknowledged -> this.demands.add(acknowledged);
            case SubscriptionRequested _, RequestDisowned _, DisowningRevoked _, RequestLapsed _, AccessLinkRequested _,
                    EvidenceRecorded _, RenewalReminded _, ConsentExpired _, ConsentEnded _, AddressChangeRequested _,
                    AddressChangeLapsed _, AddressChanged _, LanguageChanged _, DeliveriesPaused _, DeliveriesResumed _,
                    ProcessingRestricted _, RestrictionLifted _, RightsRequestReceived _, RightsRequestAcknowledged _,
                    RightsRequestClosed _, DataExported _, SuppressionAdded _, SuppressionLifted _, ConsentWithdrawn _,
                    LetterReported _, PersonViewed _, PersonNotFound _, NewsletterPublished _, EditionPublished _,
                    SubscriberContact _ ->
                {
                }
        }
    }

    /** In the transaction in which it becomes a leaf. */
    private void erase(SubscriberErased erased) {
        this.contacts.erase(erased);
        this.demands.acknowledge(erased, Kind.ERASED);
    }

}
