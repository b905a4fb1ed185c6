package newsletter.subscription.preferences;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

import static org.assertj.core.api.Assertions.assertThat;

class PauseFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static BeanPropertyBindingResult check(String day, String month, String year) {
        var form = new PauseForm(day, month, year);
        var errors = new BeanPropertyBindingResult(form, "form");
        form.check(TODAY, errors);
        return errors;
    }

    @ParameterizedTest
    @CsvSource(
            value = { "'' | '' | '' | day | pause.error.missing", "' ' | '' | '' | day | pause.error.missing",
                    "'' | 3 | 2027 | day | pause.error.no-day", "1 | '' | 2027 | month | pause.error.no-month",
                    "1 | 3 | '' | year | pause.error.no-year", "30 | 2 | 2027 | day | pause.error.not-a-day",
                    "1 | 13 | 2027 | day | pause.error.not-a-day", "0 | 1 | 2027 | day | pause.error.not-a-day",
                    "first | 3 | 2027 | day | pause.error.not-a-day", "1 | 3 | 27 | day | pause.error.not-a-day",
                    "-1 | 3 | 2027 | day | pause.error.not-a-day", "٣ | 3 | 2027 | day | pause.error.not-a-day",
                    "1 | 3 | 99999999999 | day | pause.error.not-a-day", "25 | 11 | 2026 | day | pause.error.past",
                    "1 | 1 | 1999 | day | pause.error.past", "26 | 11 | 2027 | day | pause.error.too-far" },
            delimiter = '|')
    void whatIsNoDayWithinTwelveMonthsIsRefusedAtItsField(String day, String month, String year, String field,
            String error) {
        FieldError refused = check(day, month, year).getFieldErrors().getFirst();
        assertThat(refused.getField()).isEqualTo(field);
        assertThat(refused.getCode()).isEqualTo(error);
    }

    @Test
    void tomorrowAndADayInTwelveMonthsAreTaken() {
        assertThat(check("26", "11", "2026").hasErrors()).isFalse();
        assertThat(check(" 25", "11 ", "2027").hasErrors()).isFalse();
        assertThat(new PauseForm("01", "03", "2027").date()).contains(LocalDate.of(2027, 3, 1));
    }

}
