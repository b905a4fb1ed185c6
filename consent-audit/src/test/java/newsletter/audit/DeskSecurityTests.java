package newsletter.audit;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import newsletter.audit.checkpoint.SignNow;
import newsletter.audit.ingest.Batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@DeskTest
class DeskSecurityTests {

    private final Told told = new Told();

    @Autowired
    private Desk desk;

    @Autowired
    private Tampering tampering;

    @Autowired
    private Batches batches;

    @Autowired
    private SignNow sign;

    @BeforeEach
    void anEmptyLedger() {
        this.tampering.startAfresh();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/ledger", "/entries/0", "/editions/8c5e2b9e-4a37-4f7e-9c39-0d4d2a8f1a11",
            "/views/8c5e2b9e-4a37-4f7e-9c39-0d4d2a8f1a11", "/anything" })
    void nobodySeesAPageWithoutSigningIn(String page) {
        assertThat(this.desk.pages().get().uri(page).accept(MediaType.TEXT_HTML)).hasStatus3xxRedirection()
            .redirectedUrl()
            .endsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = { "EDITOR", "APPROVER", "ADMIN" })
    void onlyOfficersAreLetIn(String role) {
        this.batches.take(Told.mayor(), this.told.given());
        String view = this.desk.view(this.told.receiptNumber);
        Map<String, String> before = this.desk.everything();
        for (String page : new String[] { "/", "/ledger", "/entries/0", view, view + "/entries/1", "/anything" }) {
            assertThat(this.desk.get(page, Desk.OFFICER, role)).as(page).hasStatus(HttpStatus.FORBIDDEN);
        }
        for (String action : new String[] { "/views", "/ledger/check" }) {
            assertThat(this.desk.post(action, Desk.OFFICER, role)).as(action).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(this.desk.everything()).isEqualTo(before);
    }

    @Test
    void whatWasSignedIsForEverybody() {
        this.batches.take(Told.mayor());
        this.sign.sign();
        assertThat(this.desk.pages().get().uri("/checkpoint")).hasStatusOk()
            .bodyText()
            .startsWith(TestKeys.ORIGIN + "\n1\n");
        assertThat(this.desk.pages().get().uri("/checkpoint/key")).hasStatusOk()
            .bodyText()
            .startsWith(TestKeys.ORIGIN + "+");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/views", "/ledger/check" })
    void whatChangesSomethingNeedsItsToken(String action) {
        assertThat(this.desk.pages().post().uri(action).with(user(Desk.OFFICER).roles("DPO")))
            .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void readingWritesNothing() {
        this.batches.take(Told.mayor(), this.told.requested(), this.told.given(), this.told.edition(),
                this.told.delivered(5, 3), this.told.viewed());
        this.sign.sign();
        String view = this.desk.view(this.told.receiptNumber);
        String nobody = this.desk.view("R-NOBODY");
        Map<String, String> before = this.desk.everything();
        for (HttpMethod method : new HttpMethod[] { HttpMethod.GET, HttpMethod.HEAD }) {
            for (String page : new String[] { "/", "/ledger", "/checkpoint", "/checkpoint/key", view, nobody,
                    view + "/entries/2", view + "/entries/4/rows/3", "/entries/0", "/entries/4",
                    "/editions/" + this.told.editionId }) {
                assertThat(this.desk.request(method, page)).as(method + " " + page).hasStatusOk();
            }
            for (String page : new String[] { "/views/" + UUID.randomUUID(), "/entries/2", "/entries/99", "/views",
                    "/ledger/check" }) {
                assertThat(this.desk.request(method, page)).as(method + " " + page).hasStatus4xxClientError();
            }
        }
        assertThat(this.desk.everything()).isEqualTo(before);
    }

    @Test
    void pagesLoadNothingFromElsewhere() {
        assertThat(this.desk.get("/")).headers()
            .hasHeaderSatisfying("Content-Security-Policy",
                    (policies) -> assertThat(policies).allMatch((policy) -> policy.startsWith("default-src 'self'")));
        for (String page : new String[] { "/", "/ledger" }) {
            assertThat(Desk.read(this.desk.get(page)).select("[src], link[href]")).allSatisfy(
                    (link) -> assertThat(link.attr("src") + link.attr("href")).startsWith("/").doesNotStartWith("//"));
            assertThat(Desk.read(this.desk.get(page)).select("style, [style], script:not([src]), [onclick]")).isEmpty();
        }
    }

}
