package newsletter.subscription.wordings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.SiteProperties;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Markdown;
import newsletter.subscription.catalogue.Newsletter;
import newsletter.subscription.desk.ForStaff;
import newsletter.subscription.review.Refused;
import newsletter.subscription.review.Refused.Reason;
import newsletter.subscription.wordings.Versions.Version;
import newsletter.theme.CityProperties;

/** What a wording has to say in this city, and of these newsletters. */
@ForStaff
@Service
class Checks {

    private final Catalogue catalogue;

    private final Versions versions;

    private final SiteProperties site;

    private final Lint lint;

    Checks(Catalogue catalogue, Versions versions, SiteProperties site, CityProperties city) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.site = site;
        this.lint = new Lint(city.name(), city.contact().dpoEmail());
    }

    List<Finding> findings(Series series, String text) {
        return this.lint.check(series, newsletter(series).map(Newsletter::name).orElse(""), text,
                Markdown.sections(text));
    }

    /** All that there can be: those of the city, then a statement for each newsletter. */
    List<Series> series() {
        List<String> languages = this.site.languages().stream().map(Locale::getLanguage).toList();
        Stream<Series> ofTheCity = Stream.of(WordingKind.values())
            .filter((kind) -> kind != WordingKind.CONSENT_STATEMENT)
            .flatMap((kind) -> languages.stream().map((language) -> new Series(kind, null, language)));
        Stream<Series> statements = this.catalogue.published()
            .stream()
            .flatMap((newsletter) -> languages.stream()
                .map((language) -> new Series(WordingKind.CONSENT_STATEMENT, newsletter.id(), language)));
        return Stream.concat(statements, ofTheCity).toList();
    }

    /** The last one first. */
    List<Version> versions(Series series) {
        return this.versions.of(series);
    }

    String languageName(Series series) {
        return Locale.of(series.language()).getDisplayLanguage(Locale.ENGLISH);
    }

    /** As pages in the language of the series call it. */
    Optional<Newsletter> newsletter(Series series) {
        return (series.newsletterId() != null) ? this.catalogue.newsletter(series.newsletterId(), series.language())
                : Optional.empty();
    }

    /** Checked once more: the newsletter may have another name since it was submitted. */
    void publish(Draft draft, String by, Instant now) {
        if (draft.series().isStatement() && newsletter(draft.series()).isEmpty()) {
            throw new Refused(Reason.NO_NEWSLETTER);
        }
        List<Finding> findings = findings(draft.series(), draft.text());
        this.versions.add(draft.series(),
                draft.publish(this.versions.of(draft.series()), findings, by, now, this.site.zone()), draft.reviewId());
    }

}
