package newsletter.mailer.edition;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EditionFormTests {

    @Test
    void whatNobodyTypesIsDropped() {
        var form = new EditionForm("mayor", " A\r\nBcc: x\u2028\u0000 bridge ", "a\r\nb\rc\u0000\u0008\td", 1);
        assertThat(form.subject()).isEqualTo("A Bcc: x  bridge");
        assertThat(form.markdown()).isEqualTo("a\nb\nc\td");
    }

    @Test
    void whatIsMissingIsEmpty() {
        var form = new EditionForm(null, null, null, null);
        assertThat(form.content()).isEqualTo(new Edition.Content("", "", ""));
        assertThat(form.seen()).isZero();
    }

}
