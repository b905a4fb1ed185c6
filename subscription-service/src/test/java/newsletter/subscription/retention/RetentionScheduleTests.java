package newsletter.subscription.retention;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import newsletter.subscription.SiteTest;

import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class RetentionScheduleTests {

    @Autowired
    private ScheduledTaskHolder tasks;

    @Autowired
    private MeterRegistry metrics;

    @Test
    void c42EachRuleIsAppliedAtRegularTimesAndWatched() {
        assertThat(this.tasks.getScheduledTasks())
            .filteredOn((task) -> task.toString().contains(RetentionWork.class.getName()))
            .hasSize(13);
        for (String rule : new String[] { "unconfirmed-requests", "letter-budgets", "lent-addresses",
                "consents-to-renew", "renewals-to-remind", "changed-purposes", "consents-run-out", "past-renewals",
                "spent-puzzles", "address-changes", "tombstones", "revived-subscribers", "ended-suppressions" }) {
            assertThat(this.metrics.get("retention.due").tag("rule", rule).gauge().value()).isNotNegative();
            assertThat(this.metrics.get("retention.oldest").tag("rule", rule).gauge().value()).isNotNegative();
            assertThat(this.metrics.get("retention.done").tag("rule", rule).functionCounter().count()).isNotNegative();
        }
    }

}
