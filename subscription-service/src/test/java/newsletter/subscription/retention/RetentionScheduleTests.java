package newsletter.subscription.retention;

import java.util.List;

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
    private List<RetentionRule> rules;

    @Autowired
    private MeterRegistry metrics;

    @Test
    void c42EachRuleIsAppliedAtRegularTimesAndWatched() {
        assertThat(this.tasks.getScheduledTasks())
            .filteredOn((task) -> task.toString().contains(RetentionWork.class.getName()))
            .hasSize(this.rules.size());
        assertThat(this.rules).extracting(RetentionRule::name)
            .doesNotHaveDuplicates()
            .contains("unconfirmed-requests", "letter-budgets", "lent-addresses", "consents-to-renew",
                    "renewals-to-remind", "changed-purposes", "consents-run-out", "past-renewals", "spent-puzzles",
                    "address-changes", "tombstones", "revived-subscribers", "ended-suppressions");
        for (RetentionRule each : this.rules) {
            String rule = each.name();
            assertThat(this.metrics.get("retention.due").tag("rule", rule).gauge().value()).isNotNegative();
            assertThat(this.metrics.get("retention.oldest").tag("rule", rule).gauge().value()).isNotNegative();
            assertThat(this.metrics.get("retention.done").tag("rule", rule).functionCounter().count()).isNotNegative();
        }
    }

}
