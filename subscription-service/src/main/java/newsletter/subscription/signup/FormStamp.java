package newsletter.subscription.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.personaldata.Seal;
import newsletter.subscription.catalogue.Shown;

/**
 * What a form showed and when, sealed into the form: so we know which words a person had
 * before them, and store nothing for people who only look (C-04).
 *
 * @param language of the page, which is that of the consent (C-12)
 * @param shown the newsletters beside their statements
 */
record FormStamp(Instant issuedAt, String language, String privacyNotice, List<RequestedNewsletter> shown) {

    /** Long enough for a form left open over night. */
    static final Duration VALIDITY = Duration.ofHours(24);

    private static final String PURPOSE = "sign-up-form";

    static FormStamp of(Shown shown, Instant now) {
        return new FormStamp(now, shown.language(), shown.privacyNotice().sha256(),
                shown.offers()
                    .stream()
                    .map((offer) -> new RequestedNewsletter(offer.newsletter().id(),
                            offer.newsletter().purposeVersion(), offer.statement().sha256()))
                    .toList());
    }

    String seal(Seal seal) {
        Stream<String> head = Stream.of(Long.toString(this.issuedAt.toEpochMilli()), this.language, this.privacyNotice);
        Stream<String> boxes = this.shown.stream()
            .map((box) -> box.newsletterId() + ":" + box.purposeVersion() + ":" + box.statement());
        return seal.seal(PURPOSE, String.join(" ", Stream.concat(head, boxes).toList()));
    }

    /** Empty if we did not seal it. */
    static Optional<FormStamp> open(String sealed, Seal seal) {
        return seal.open(PURPOSE, sealed).map((text) -> {
            String[] parts = text.split(" ");
            return new FormStamp(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1], parts[2],
                    Arrays.stream(parts).skip(3).map(FormStamp::box).toList());
        });
    }

    private static RequestedNewsletter box(String text) {
        String[] parts = text.split(":", 3);
        return new RequestedNewsletter(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    boolean isYoungerThan(Duration age, Instant now) {
        return now.isBefore(this.issuedAt.plus(age));
    }

    /**
     * What the ticked boxes ask for. Empty if the form is too old, a box was not on it,
     * or the words beside a box are others by now, in a changed version or language.
     */
    Optional<Asked> asked(Set<String> ticked, Shown current, Instant now) {
        if (this.issuedAt.isAfter(now) || !now.isBefore(this.issuedAt.plus(VALIDITY))) {
            return Optional.empty();
        }
        FormStamp present = of(current, now);
        List<RequestedNewsletter> boxes = this.shown.stream()
            .filter((box) -> ticked.contains(box.newsletterId()))
            .toList();
        if (!this.language.equals(present.language) || !this.privacyNotice.equals(present.privacyNotice)
                || boxes.size() != ticked.size() || !present.shown.containsAll(boxes)) {
            return Optional.empty();
        }
        return Optional.of(new Asked(boxes, this.privacyNotice, current.confirmationMail().sha256(), this.language));
    }

}
