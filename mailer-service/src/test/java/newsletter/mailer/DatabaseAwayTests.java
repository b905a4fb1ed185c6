package newsletter.mailer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAwayTests {

    private final MockMvcTester desk = MockMvcTester.of(List.of(new Page()),
            (builder) -> builder.setControllerAdvice(new DatabaseAway()).build());

    @Controller
    static class Page {

        @GetMapping("/{failure}")
        String page(@PathVariable String failure) {
            throw switch (failure) {
                case "transaction" -> new CannotCreateTransactionException("Away");
                case "connection" -> new CannotGetJdbcConnectionException("Away");
                case "statement" -> new QueryTimeoutException("Away");
                case "commit" -> new TransactionSystemException("Away");
                default -> new DuplicateKeyException("There already");
            };
        }

    }

    @ParameterizedTest
    @ValueSource(strings = { "transaction", "connection", "statement", "commit" })
    void peopleAreToldToComeBackLater(String failure) {
        assertThat(this.desk.get().uri("/" + failure)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
            .hasViewName("error/503")
            .hasHeader("Retry-After", "30");
    }

    @Test
    void aMistakeOfOursIsNotTheDatabasesFault() {
        assertThat(this.desk.get().uri("/mistake")).failure().hasCauseInstanceOf(DuplicateKeyException.class);
    }

}
