package newsletter.subscription.yourdata;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import newsletter.events.Topics;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.subscription.SiteTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Topic;
import newsletter.subscription.Visitor;
import newsletter.subscription.yourdata.Chapter.Fact;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SiteTest
class YourDataControllerTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Autowired
    private Visitor visitor;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String address = "Ada-" + UUID.randomUUID() + "@yourdata.example.org";

    private String link = "";

    private UUID subscriber = UUID.randomUUID();

    @BeforeEach
    void subscribe() {
        this.visitor.takesUp(this.address, "mayor", "clean-air");
        this.subscriber = this.visitor.subscriberId(this.address);
        this.link = fresh();
    }

    private String fresh() {
        return data(this.visitor.ownersLink(this.address));
    }

    private static String data(String preferences) {
        return preferences.replace("/preferences/", "/your-data/");
    }

    private HttpResponse<String> copy(String format) {
        return this.visitor.post(this.link + "/copy", "format", format);
    }

    private int copies() {
        return this.jdbc.sql("SELECT count(*) FROM data_copy WHERE subscriber_id = :subscriber")
            .param("subscriber", this.subscriber)
            .query(Integer.class)
            .single();
    }

    private void somethingWasSentAndSomebodyLooked(String title) {
        UUID edition = UUID.randomUUID();
        this.jdbc.sql("""
                INSERT INTO published_edition (edition_id, slug, newsletter_id, title, language, html, summary,
                    published_at)
                VALUES (:edition, :edition::text, 'mayor', :title, 'en', '<p>', 's', now() - interval '3 years')
                """).param("edition", edition).param("title", title).update();
        this.jdbc.sql("""
                INSERT INTO delivered (delivery_id, subscriber_id, edition_id, newsletter_id, consent_id, outcome, at,
                    message_id, relay_reply)
                VALUES (gen_random_uuid(), :subscriber, :edition, 'mayor', gen_random_uuid(), 'accepted', now(),
                    'm-1@example.org', '250 2.0.0 queued'),
                    (gen_random_uuid(), :subscriber, gen_random_uuid(), 'mayor', gen_random_uuid(), 'suppressed', now(),
                    'm-2@example.org', NULL)
                """).param("subscriber", this.subscriber).param("edition", edition).update();
        this.jdbc
            .sql("""
                    INSERT INTO letter_sent (event_id, subscriber_id, letter, about, outcome, at, message_id)
                    VALUES (gen_random_uuid(), :subscriber, 'welcome', 'AAAA-BBBB-CCCC', 'accepted', now(), 'm-3@example.org')
                    """)
            .param("subscriber", this.subscriber)
            .update();
        this.jdbc.sql("""
                INSERT INTO looked_at (event_id, subscriber_id, at, reason, case_number)
                VALUES (gen_random_uuid(), :subscriber, now(), 'subject-access-request', 'DSAR-2026-17')
                """).param("subscriber", this.subscriber).update();
        this.visitor.post(this.link + "/complaint", "form", "f", "words", "You wrote\nto me");
        this.visitor.post(this.link + "/restriction", "form", "f");
    }

    /** All the texts in it. */
    private static List<String> leaves(JsonNode node) {
        if (node.isContainer()) {
            return node.values().stream().flatMap((inner) -> leaves(inner).stream()).toList();
        }
        return List.of(node.asString());
    }

    @Test
    void theWayLeadsFromThePreferencesToTheCopy() {
        Document preferences = page(this.visitor.get(this.visitor.ownersLink(this.address)));
        String path = preferences.expectFirst("main a[href^=/your-data/]").attr("href");
        Document data = page(this.visitor.get(path));
        assertThat(data.select("main form button[name=format]").eachAttr("value")).containsExactly("html", "csv",
                "json");
        assertThat(data.text()).doesNotContain(this.address).contains("A…@yourdata.example.org");
        assertThat(data.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void c34ThePageTellsWhoLookedInPlainWords() {
        assertThat(page(this.visitor.get(this.link)).text()).contains("Nobody has looked at your record");
        somethingWasSentAndSomebodyLooked("News");
        assertThat(page(this.visitor.get(this.link)).text()).contains("A data protection officer looked at your record",
                "asked to see your data", "DSAR-2026-17");
    }

    @Test
    void c21TheJsonHasAllOfItAndC22KeepsToThePublishedSchema() {
        somethingWasSentAndSomebodyLooked("News & <more>");
        HttpResponse<String> response = copy("json");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode json = MAPPER.readTree(response.body());
        assertThat(Schemas.faults(schema(json), response.body())).isEmpty();
        assertThat(json.at("/subscriber/email_address").stringValue()).isEqualTo(this.address);
        assertThat(json.at("/records").values()).hasSize(2)
            .allSatisfy((record) -> assertThat(record.at("/events/0/event_state").stringValue()).isEqualTo("given"));
        assertThat(json.at("/deliveries").values()).hasSize(2);
        assertThat(json.at("/letters/0/letter").stringValue()).isEqualTo("welcome");
        assertThat(json.at("/looks/0/by").stringValue()).isEqualTo("data-protection-officer");
        assertThat(json.at("/rights_requests/0/words").stringValue()).isEqualTo("You wrote\nto me");
        assertThat(json.at("/subscriber").has("restricted_since")).isTrue();
        assertThat(json.at("/copies/0/format").stringValue()).isEqualTo("json");
        List<String> texts = json.at("/wordings").findValuesAsString("text_sha256");
        assertThat(texts).containsAll(json.at("/requests").findValuesAsString("statement"))
            .containsAll(json.at("/records").findValuesAsString("text_sha256"));
    }

    /** At its address, as it is written in the file. */
    private String schema(JsonNode document) {
        String address = document.get("$schema").stringValue();
        HttpResponse<String> schema = this.visitor.get(address.substring(address.indexOf("/schemas/")));
        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(schema.headers().firstValue("Content-Type")).hasValue("application/schema+json");
        return schema.body();
    }

    @Test
    void c22AReceiptKeepsToItsSchemaInTheExportAndByItself() {
        JsonNode json = MAPPER.readTree(copy("json").body());
        String jws = json.at("/receipts/0/signature").stringValue();
        ObjectNode signed = (ObjectNode) MAPPER.readTree(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]));
        signed.put("signature", jws);
        assertThat(Schemas.faults(schema(signed), signed.toString())).isEmpty();
        String file = this.visitor.get(this.visitor.receiptLink(this.address) + "/receipt.json").body();
        assertThat(MAPPER.readTree(file)).isEqualTo(signed);
    }

    @Test
    void aSchemaFindsFaultWithWhatIsMissing() {
        ObjectNode json = (ObjectNode) MAPPER.readTree(copy("json").body());
        ((ObjectNode) json.at("/records/0")).remove("withdrawal_method");
        ((ObjectNode) json.at("/subscriber")).put("known_since", "yesterday");
        assertThat(Schemas.faults(schema(json), json.toString())).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whoAskedAndLeftAndCameBackHasARecordOfIt() {
        this.visitor.post(this.visitor.unsubscribeLink(this.address, "mayor"));
        this.visitor.post(this.visitor.unsubscribeLink(this.address, "mayor") + "/undo");
        this.clock.forward(Duration.ofMinutes(11));
        this.visitor.signsUp(this.address, "libraries");
        this.link = fresh();
        String body = copy("json").body();
        JsonNode json = MAPPER.readTree(body);
        assertThat(Schemas.faults(schema(json), body)).isEmpty();
        assertThat(json.at("/requests").values()).hasSize(2);
        assertThat(json.at("/requests/1").has("confirmed_at")).isFalse();
        assertThat(json.at("/records").findValuesAsString("how")).contains("unsubscribe-page").hasSize(4);
    }

    @Test
    void allThatIsInTheJsonIsInTheTableAndOnThePage() {
        somethingWasSentAndSomebodyLooked("News & <more>");
        JsonNode json = MAPPER.readTree(copy("json").body());
        List<String> facts = new ArrayList<>(leaves(json));
        // Each copy has a time of its own, and lists itself.
        facts.removeAll(List.of(json.at("/created").stringValue(), "json"));
        String csv = copy("csv").body();
        String html = copy("html").body();
        assertThat(facts).hasSizeGreaterThan(100).allSatisfy((fact) -> {
            assertThat(csv).contains(ExportCsv.cell(fact));
            assertThat(fact.lines()).allSatisfy((line) -> assertThat(html).contains(escaped(line)));
        });
        assertThat(Chapter.of((ObjectNode) json)).flatExtracting(Chapter::items)
            .flatExtracting(Chapter.Item::facts)
            .extracting(Fact::value)
            .hasSize(leaves(json).size());
        assertThat(html).doesNotContain("??", "<script", "<link", "<img");
        assertThat(page(copy("html")).select("h2")).hasSize(json.size() - 3 + 1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    }

    @Test
    void nothingOnTheWayKeepsACopyAndABrowserSavesIt() {
        for (Format format : Format.values()) {
            HttpResponse<String> response = copy(format.text());
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(response.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"your-data." + format.text() + "\"");
            assertThat(response.headers().firstValue("Content-Type")).get()
                .asString()
                .isEqualToIgnoringCase(format.type());
        }
        assertThat(copies()).isEqualTo(Format.values().length);
    }

    @Test
    void aCopyIsTold() {
        copy("csv");
        await().untilAsserted(() -> assertThat(Topic.read(Topics.CONSENT_EVENTS, this.subscriber.toString()))
            .filteredOn((event) -> event != null && event.contains("\"data-exported\""))
            .singleElement()
            .asString()
            .contains("\"csv\"")
            .doesNotContain("yourdata.example.org"));
    }

    @Test
    void i06LookingChangesNothing() {
        for (String path : List.of(this.link, this.link + "/copy?format=json", this.link + "/link")) {
            this.visitor.get(path);
            this.visitor.send(this.visitor.request(path).HEAD());
        }
        assertThat(this.visitor.get(this.link + "/copy?format=json").statusCode()).isEqualTo(405);
        assertThat(copies()).isZero();
    }

    /** ADR 0021: a newsletter that was passed on shows no more than the preferences. */
    @Test
    void aForwardedLinkShowsNothingAndGivesNothing() {
        somethingWasSentAndSomebodyLooked("News");
        this.link = data(this.visitor.preferencesLink(this.address));
        String body = this.visitor.get(this.link).body();
        assertThat(body).doesNotContain("yourdata.example.org", "DSAR-2026-17", "name=\"format\"");
        assertThat(copy("json").statusCode()).isEqualTo(403);
        assertThat(copies()).isZero();
    }

    /** In the last hour of its ninety days as well. */
    @Test
    void aForwardedLinkDoesNotBecomeFreshByGrowingOld() {
        String soonOver = this.visitor.link(Action.PREFERENCES, this.subscriber, "subscriber",
                this.clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(this.visitor.post(data(soonOver) + "/copy", "format", "json").statusCode()).isEqualTo(403);
    }

    @Test
    void anOwnersLinkIsGoodForAnHourAndOneWithoutAnEndForNothing() {
        this.clock.forward(Duration.ofHours(1));
        assertThat(this.visitor.get(this.link).statusCode()).isEqualTo(410);
        assertThat(copy("json").statusCode()).isEqualTo(410);
        assertThat(this.visitor.post(this.link + "/link").statusCode()).isEqualTo(410);
        String endless = this.visitor.link(Action.PREFERENCES, this.subscriber, SignedLinks.OWNER, null);
        assertThat(this.visitor.post(data(endless) + "/copy", "format", "json").statusCode()).isEqualTo(403);
        assertThat(copies()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/copy", "/link" })
    void aForgedTokenIsGoodForNothing(String path) {
        String unsubscribe = this.visitor.unsubscribeLink(this.address, "mayor")
            .replace("/unsubscribe/", "/your-data/");
        for (String forged : List.of("/your-data/x", this.link + "x", this.link.replace(".", "x."), unsubscribe)) {
            HttpResponse<String> response = path.isEmpty() ? this.visitor.get(forged)
                    : this.visitor.post(forged + path, "format", "json");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).doesNotContain("yourdata.example.org");
        }
        assertThat(copies()).isZero();
    }

    @Test
    void aFormatThatIsNoneIsABadRequest() {
        assertThat(copy("xlsx").statusCode()).isEqualTo(400);
        assertThat(copies()).isZero();
    }

    @Test
    void a06WhoHoldsAnOldLinkHasAFreshOneSentToTheMailboxOnceInAWhile() {
        String old = data(this.visitor.preferencesLink(this.address));
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response = this.visitor.post(old + "/link");
            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(response.headers().firstValue("Location")).hasValue("/preferences/check-your-email");
        }
        assertThat(this.jdbc.sql("SELECT count(*) FROM access_link WHERE subscriber_id = :subscriber")
            .param("subscriber", this.subscriber)
            .query(Integer.class)
            .single()).isEqualTo(1);
    }

    @Test
    void withoutATokenThereIsTheFormThatSendsALink() {
        assertThat(page(this.visitor.get("/your-data")).select("main form[action=/preferences] input[type=email]"))
            .hasSize(1);
    }

    @Test
    void aSchemaThatWasNeverPublishedIsNotThere() {
        for (String path : List.of("/schemas/export/9.9.9.json", "/schemas/export/..%2f..%2fapplication.json",
                "/schemas/other/1.0.0.json")) {
            assertThat(this.visitor.get(path).statusCode()).isBetween(400, 404);
        }
    }

    @Test
    void whoIsNobodyAnyMoreGetsNothing() {
        String link = this.visitor.link(Action.PREFERENCES, UUID.randomUUID(), SignedLinks.OWNER,
                Instant.now(this.clock).plus(Duration.ofMinutes(10)));
        assertThat(this.visitor.get(data(link)).statusCode()).isEqualTo(404);
        assertThat(this.visitor.post(data(link) + "/copy", "format", "html").statusCode()).isEqualTo(404);
    }

}
