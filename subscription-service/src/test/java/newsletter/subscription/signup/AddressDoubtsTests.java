package newsletter.subscription.signup;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

import newsletter.subscription.maildomain.MailDomains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class AddressDoubtsTests {

    private final MailDomains mailDomains = mock();

    private AddressDoubts doubts(String... refused) {
        return new AddressDoubts(new DomainProperties(List.of("mailbox.example"), Set.of(refused)), this.mailDomains);
    }

    private static SignUpForm form(String address, @Nullable String asTyped) {
        return new SignUpForm(List.of("mayor"), address, null, null, asTyped);
    }

    private static List<String> check(AddressDoubts doubts, SignUpForm form) {
        Errors errors = new BeanPropertyBindingResult(form, "form");
        doubts.check(form, errors);
        return errors.getFieldErrors("emailAddress").stream().map(FieldError::getCode).toList();
    }

    @Test
    void a13AMistypedDomainIsDoubtedUntilThePersonSaysThatItIsRight() {
        assertThat(check(doubts(), form("Ada@mailbxo.example", null))).containsExactly("sign-up.error.typo");
        assertThat(check(doubts(), form("Ada@mailbxo.example", "Ada@mailbxo.example"))).isEmpty();
        assertThat(check(doubts(), form("Ada@mailboxx.example", "Ada@mailbxo.example")))
            .containsExactly("sign-up.error.typo");
    }

    @Test
    void a14NoDomainIsRefusedUnlessTheCityListsIt() {
        assertThat(check(doubts(), form("ada@throwaway.example", null))).isEmpty();
        assertThat(check(doubts("throwaway.example"), form("ada@THROWAWAY.example", null)))
            .containsExactly("sign-up.error.refused-domain");
    }

    @Test
    void a16ADomainThatTakesNoMailIsAnErrorThatNobodyCanOverrule() {
        given(this.mailDomains.takesNone("mailbxo.example")).willReturn(true);
        assertThat(check(doubts(), form("ada@mailbxo.example", "ada@mailbxo.example")))
            .containsExactly("sign-up.error.no-mail");
    }

    @Test
    void whatIsNoAddressIsNotDoubtedAsWell() {
        SignUpForm form = form("ada", null);
        Errors errors = new BeanPropertyBindingResult(form, "form");
        errors.rejectValue("emailAddress", "sign-up.error.not-an-address");
        assertThat(doubts().check(form, errors)).isEmpty();
        assertThat(errors.getErrorCount()).isEqualTo(1);
    }

}
