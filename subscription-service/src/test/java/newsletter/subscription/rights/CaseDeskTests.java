package newsletter.subscription.rights;

import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.Colleague;
import newsletter.subscription.StaffTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@StaffTest
class CaseDeskTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private final String address = "ada-" + UUID.randomUUID() + "@desk.example.org";

    private String path = "";

    @BeforeEach
    void complain() {
        this.visitor.takesUp(this.address, "mayor");
        String link = this.visitor.ownersLink(this.address).replace("/preferences/", "/your-data/");
        this.visitor.post(link + "/complaint", "form", "f", "words", "You <b>wrote</b> to me\nat night");
        this.path = "/staff/requests/"
                + this.jdbc.sql("SELECT case_id FROM rights_request WHERE subscriber_id = :subscriber")
                    .param("subscriber", this.visitor.subscriberId(this.address))
                    .query(UUID.class)
                    .single();
    }

    private Colleague officer() {
        return Colleague.signedIn(this.context, "dpo");
    }

    @Test
    void anOfficerReadsAcknowledgesAndClosesACase() {
        Colleague officer = officer();
        assertThat(officer.page("/staff/requests").select("main a[href=" + this.path + "]")).hasSize(1);
        Document one = officer.page(this.path);
        assertThat(one.expectFirst("blockquote").text()).isEqualTo("You <b>wrote</b> to me at night");
        assertThat(one.text()).contains("New", "Complaint").doesNotContain(this.address);
        assertThat(officer.fillsIn(one, this.path + "/acknowledge").statusCode()).isEqualTo(303);
        assertThat(officer.page(this.path).text()).contains("Acknowledged");
        assertThat(officer.post(this.path + "/close", "outcome", "fulfilled").statusCode()).isEqualTo(303);
        Document closed = officer.page(this.path);
        assertThat(closed.text()).contains("Fulfilled");
        assertThat(closed.select("main form")).isEmpty();
    }

    @Test
    void whatThePageDoesNotOfferIsABadRequest() {
        Colleague officer = officer();
        officer.get(this.path);
        assertThat(officer.post(this.path + "/close", "outcome", "because Ada Lovelace said so").statusCode())
            .isEqualTo(400);
        assertThat(officer.post(this.path + "/stop-clock", "reason", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void acknowledgingWantsAPostWithItsTokenAndTheRole() {
        Colleague officer = officer();
        assertThat(officer.get(this.path + "/acknowledge").statusCode()).isEqualTo(405);
        assertThat(officer.postWithoutToken(this.path + "/acknowledge").statusCode()).isEqualTo(403);
        for (String other : new String[] { "editor", "approver", "admin" }) {
            Colleague colleague = Colleague.signedIn(this.context, other);
            assertThat(colleague.get(this.path).statusCode()).isEqualTo(403);
            assertThat(colleague.post(this.path + "/acknowledge").statusCode()).isEqualTo(403);
        }
        assertThat(officer.page(this.path).select("form[action$=/acknowledge]")).hasSize(1);
    }

    @Test
    void aCaseIsOpenedForWhoWroteByPostAndTheAddressIsNowhereAfterwards() {
        Colleague officer = officer();
        Document board = officer.page("/staff/requests");
        var opened = officer.fillsIn(board, "/staff/requests", "emailAddress", this.address, "right", "ACCESS");
        assertThat(opened.statusCode()).isEqualTo(303);
        String one = opened.headers().firstValue("Location").orElseThrow();
        assertThat(officer.page(one).text()).contains("Access").doesNotContain(this.address);
        var nobody = officer.fillsIn(board, "/staff/requests", "emailAddress", "nobody@desk.example.org", "right",
                "ACCESS");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(page(nobody).select(".govuk-error-summary a[href=#emailAddress]")).hasSize(1);
    }

    @Test
    void aCaseThatIsNoneIsNotFound() {
        assertThat(officer().get("/staff/requests/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(officer().get("/staff/requests/x").statusCode()).isBetween(400, 404);
    }

}
