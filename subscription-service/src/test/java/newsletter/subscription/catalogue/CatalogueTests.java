package newsletter.subscription.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.catalogue.Shown.Offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class CatalogueTests {

    private static final Instant PAST = Instant.parse("2026-01-02T00:00:00Z");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void theNewslettersOfExfordAreOnOfferInTheirOrder() {
        assertThat(this.catalogue.shown("en").orElseThrow().offers()).extracting((offer) -> offer.newsletter().id())
            .startsWith("mayor", "clean-air", "libraries");
    }

    @Test
    void aNewsletterIsOnOfferOnceItHasAStatement() {
        Wordings.publish(this.jdbc, "no-words");
        assertThat(this.catalogue.shown("en").orElseThrow().offer("no-words")).isEmpty();
        Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "no-words", "1.0.0", PAST, "I agree to no-words");
        assertThat(this.catalogue.shown("en").orElseThrow().offer("no-words")).map(Offer::statement)
            .map(Wording::text)
            .contains("I agree to no-words");
    }

    @Test
    void theNewestWordingThatHasBegunIsInForce() {
        Wordings.publish(this.jdbc, "versions");
        Instant soon = this.clock.instant().plus(Duration.ofHours(1));
        String first = Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "versions", "1.0.0", PAST, "One");
        String second = Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "versions", "2.0.0", soon, "Two");
        assertThat(statement("versions")).isEqualTo(first);
        assertThat(this.catalogue.wording(second)).isEmpty();
        this.clock.forward(Duration.ofHours(1));
        assertThat(statement("versions")).isEqualTo(second);
        assertThat(this.catalogue.wording(first)).isPresent();
    }

    private String statement(String newsletter) {
        return this.catalogue.shown("en").orElseThrow().offer(newsletter).orElseThrow().statement().sha256();
    }

    @Test
    void c03AWordingIsNeverChangedOrDeleted() {
        for (String attempt : new String[] { "UPDATE wording SET text = text || '!'",
                "UPDATE wording SET version = '9.9.9'", "DELETE FROM wording", "TRUNCATE wording CASCADE" }) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> this.jdbc.sql(attempt).update())
                .withMessageContaining("never changed or deleted");
        }
    }

    @Test
    void c03AnOldVersionCannotGetNewWords() {
        Wordings.publish(this.jdbc, "same-version");
        Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "same-version", "1.0.0", PAST, "Old words");
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> Wordings.add(this.jdbc,
                WordingKind.CONSENT_STATEMENT, "same-version", "1.0.0", PAST.plusSeconds(1), "New words"));
    }

    @Test
    void c04AWordingIsNamedByTheHashOfItsText() throws Exception {
        for (Offer offer : this.catalogue.shown("en").orElseThrow().offers()) {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(offer.statement().text().getBytes(StandardCharsets.UTF_8));
            assertThat(offer.statement().sha256()).isEqualTo(HexFormat.of().formatHex(hash));
        }
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
                INSERT INTO wording (sha256, kind, version, language, text, effective_from, approved_by)
                VALUES ('abc', 'PRIVACY_NOTICE', '9.0.0', 'en', 'Words', now(), 'dpo')
                """).update());
    }

    @Test
    void c06EachStatementSaysWhoWhatForAndThatItCanBeWithdrawn() {
        for (String id : new String[] { "mayor", "clean-air", "libraries" }) {
            Offer offer = this.catalogue.shown("en").orElseThrow().offer(id).orElseThrow();
            assertThat(offer.statement().text()).contains("City of Exford", "“" + offer.newsletter().name() + "”",
                    "withdraw this consent at any time");
        }
    }

    @Test
    void aNewsletterIsCalledByItsOwnNameWhereNobodyTranslatedIt() {
        Wordings.publish(this.jdbc, "called");
        assertThat(this.catalogue.newsletter("called", "pl")).hasValueSatisfying((newsletter) -> {
            assertThat(newsletter.name()).isEqualTo("called");
            assertThat(newsletter.language()).isEqualTo("en");
        });
        Wordings.translate(this.jdbc, "called", "pl", "Nazwany");
        Wordings.translate(this.jdbc, "called", "en", "Not its own name");
        assertThat(this.catalogue.newsletter("called", "pl")).hasValueSatisfying((newsletter) -> {
            assertThat(newsletter.name()).isEqualTo("Nazwany");
            assertThat(newsletter.language()).isEqualTo("pl");
        });
        assertThat(this.catalogue.newsletter("called", "en")).map(Newsletter::name).contains("called");
        assertThat(this.catalogue.newsletter("called")).map(Newsletter::name).contains("called");
    }

    @Test
    void c12WhatIsOnOfferHasWordsInTheLanguageOfThePage() {
        Wordings.publish(this.jdbc, "in-english");
        Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "in-english", "1.0.0", PAST, "I agree in English");
        assertThat(this.catalogue.shown("en").orElseThrow().offer("in-english")).isPresent();
        assertThat(this.catalogue.shown("pl").orElseThrow().offer("in-english")).isEmpty();
        assertThat(this.catalogue.shown("pl").orElseThrow().offers())
            .extracting((offer) -> offer.statement().language())
            .containsOnly("pl");
        assertThat(this.catalogue.shown("cy")).isEmpty();
    }

    @Test
    void onlyWhatIsPublishedIsOnOffer() {
        Wordings.publish(this.jdbc, "unpublished");
        Wordings.add(this.jdbc, WordingKind.CONSENT_STATEMENT, "unpublished", "1.0.0", PAST, "I agree to unpublished");
        this.jdbc.sql("UPDATE newsletter SET published_at = NULL WHERE id = 'unpublished'").update();
        assertThat(this.catalogue.shown("en").orElseThrow().offer("unpublished")).isEmpty();
        assertThat(this.catalogue.newsletter("unpublished")).isPresent();
    }

}
