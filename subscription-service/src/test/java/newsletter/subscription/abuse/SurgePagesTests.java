package newsletter.subscription.abuse;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.subscription.SiteTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class SurgePagesTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private Surge surge;

    @Autowired
    private SurgeProperties properties;

    @Autowired
    private SpentPuzzles spent;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void manyForms() {
        for (int form = 0; form <= this.properties.forms(); form++) {
            this.surge.count();
        }
    }

    @AfterEach
    void calm() {
        this.clock.forward(this.properties.calm().plus(this.properties.withoutProof().within()));
    }

    private static Puzzle puzzle(Element field) {
        return new Puzzle(field.attr("data-salt"), field.attr("data-challenge"), field.attr("data-signature"),
                Integer.parseInt(field.attr("data-maxnumber")));
    }

    private HttpResponse<String> sends(String address, String proof) {
        String[] form = this.visitor.filledIn(address, "mayor");
        String[] proved = Arrays.copyOf(form, form.length + 2);
        proved[form.length] = "proof";
        proved[form.length + 1] = proof;
        return this.visitor.post("/", proved);
    }

    private void fillTheLane() {
        for (int form = 0; form < this.properties.withoutProof().forms(); form++) {
            this.visitor.post("/");
        }
    }

    @Test
    void a01WhoSolvesThePuzzleIsTakenOnceHoweverManyOthersCome() {
        Element field = page(this.visitor.get("/")).expectFirst("form input[name=proof]");
        assertThat(field.attr("type")).isEqualTo("hidden");
        String proof = PuzzleTests.proof(puzzle(field));
        fillTheLane();
        assertThat(sends("proof@surge.example.org", proof).statusCode()).isEqualTo(303);
        assertThat(this.visitor.isKnown("proof@surge.example.org")).isTrue();
        fillTheLane();
        assertThat(sends("again@surge.example.org", proof).statusCode()).isEqualTo(429);
        assertThat(this.visitor.isKnown("again@surge.example.org")).isFalse();
    }

    @Test
    void a01WithoutScriptsTheFormIsTakenInALaneThatIsNarrow() {
        assertThat(this.visitor.signsUp("noscript@surge.example.org", "mayor").statusCode()).isEqualTo(303);
        assertThat(this.visitor.isKnown("noscript@surge.example.org")).isTrue();
        fillTheLane();
        HttpResponse<String> full = this.visitor.signsUp("full@surge.example.org", "mayor");
        assertThat(full.statusCode()).isEqualTo(429);
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
        assertThat(this.visitor.isKnown("full@surge.example.org")).isFalse();
        this.clock.forward(this.properties.withoutProof().within());
        assertThat(this.visitor.signsUp("full@surge.example.org", "mayor").statusCode()).isEqualTo(303);
    }

    @Test
    void onOtherDaysNobodyIsAskedForProof() {
        calm();
        assertThat(page(this.visitor.get("/")).select("input[name=proof]")).isEmpty();
        assertThat(page(this.visitor.get("/preferences")).select("input[name=proof]")).isEmpty();
    }

    @Test
    void theFormForALinkHasAPuzzleToo() {
        assertThat(page(this.visitor.get("/preferences")).select("form input[name=proof]")).hasSize(1);
        assertThat(page(this.visitor.get("/newsletters/mayor")).select("form input[name=proof]")).hasSize(1);
    }

    @Test
    void c42AProofIsForgottenWhenItIsRefusedAnyway() {
        sends("old@surge.example.org",
                PuzzleTests.proof(puzzle(page(this.visitor.get("/")).expectFirst("[name=proof]"))));
        assertThat(this.spent.forgetExpired(this.clock.instant())).isZero();
        this.clock.forward(Duration.ofHours(24));
        assertThat(this.spent.countExpired(this.clock.instant())).isPositive();
        assertThat(this.spent.oldestExpired(this.clock.instant())).isPresent();
        assertThat(this.spent.forgetExpired(this.clock.instant())).isPositive();
        assertThat(this.spent.countExpired(this.clock.instant())).isZero();
    }

}
