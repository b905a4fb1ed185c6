package newsletter.audit.delivery;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.audit.TableTest;
import newsletter.audit.Told;
import newsletter.audit.ingest.Batches;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class BooksTests {

    private final Told told = new Told();

    @Autowired
    private Books books;

    @Autowired
    private Batches batches;

    @Test
    void theyBalanceOnceEverythingPlannedWasReported() {
        this.batches.take(this.told.delivered(3, 0, 1, 5));
        assertThat(sum().balances()).isFalse();
        assertThat(sum().isTooMuch()).isFalse();
        assertThat(sum().missingReports()).isZero();
        this.batches.take(this.told.delivered(2, 1, 2, 5));
        assertThat(sum().balances()).isTrue();
        assertThat(sum().accepted()).isEqualTo(5);
    }

    @Test
    void aMissingReportShowsByItsNumber() {
        this.batches.take(this.told.delivered(1, 0, 1, 3), this.told.delivered(2, 0, 3, 3));
        assertThat(sum().missingReports()).isEqualTo(1);
        assertThat(sum().balances()).isFalse();
    }

    @Test
    void moreThanPlannedIsNoBalance() {
        this.batches.take(this.told.delivered(3, 0, 1, 2));
        assertThat(sum().isTooMuch()).isTrue();
        assertThat(sum().balances()).isFalse();
    }

    private Books.Sum sum() {
        return this.books.newest(1000)
            .stream()
            .filter((sum) -> sum.editionId().equals(this.told.editionId))
            .findFirst()
            .orElseThrow();
    }

}
