package newsletter.subscription.signup;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WellKnownDomainsTests {

    private final WellKnownDomains domains = new WellKnownDomains(
            List.of("mailbox.example", "post.example", "letters.example", "letter.example"));

    @ParameterizedTest
    @CsvSource({ "mailbxo.example, mailbox.example", "mailbox.exampel, mailbox.example",
            "malbox.example, mailbox.example", "mailboxx.example, mailbox.example", "nailbox.example, mailbox.example",
            "mailbx.exmple, mailbox.example", "lettres.example, letters.example" })
    void a13WhatIsALetterOrTwoAwayWasMeant(String typed, String meant) {
        assertThat(this.domains.meant(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = { "mailbox.example", "letter.example", "letters.example", "most.example", "exford.example",
            "malbx.exmple", "mailbox.example.org", "x.example" })
    void a13WhatIsWellKnownItselfOrFarFromItIsNotDoubted(String typed) {
        assertThat(this.domains.meant(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "ab, ab, 0", "ab, ba, 1", "ab, a, 1", "ab, '', 2", "abcd, acbd, 1", "abc, xyz, 3" })
    void mistakesAreCounted(String one, String other, int mistakes) {
        assertThat(WellKnownDomains.distance(one, other)).isEqualTo(mistakes);
        assertThat(WellKnownDomains.distance(other, one)).isEqualTo(mistakes);
    }

}
