package newsletter.subscription.abuse;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import newsletter.subscription.TestClock;
import newsletter.subscription.abuse.AbuseProperties.Limit;

import static org.assertj.core.api.Assertions.assertThat;

class FormBucketsTests {

    private final TestClock clock = new TestClock();

    private FormBuckets buckets(int network, int everywhere) {
        return new FormBuckets(new AbuseProperties(new Limit(network, Duration.ofMinutes(10)),
                new Limit(everywhere, Duration.ofMinutes(1))), this.clock);
    }

    private static int taken(FormBuckets buckets, String address, int forms) {
        int taken = 0;
        for (int form = 0; form < forms; form++) {
            taken += buckets.take(address).isZero() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void a01ANetworkIsStoppedAndTheOthersAreNot() {
        FormBuckets buckets = buckets(30, 1000);
        assertThat(taken(buckets, "192.0.2.1", 20) + taken(buckets, "192.0.2.200", 20)).isEqualTo(30);
        assertThat(taken(buckets, "198.51.100.7", 1)).isEqualTo(1);
        assertThat(buckets.take("192.0.2.77")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
    }

    @Test
    void aNetworkComesBackAfterAWhileAndNotAllAtOnce() {
        FormBuckets buckets = buckets(30, 1000);
        taken(buckets, "192.0.2.1", 40);
        this.clock.forward(Duration.ofMinutes(1));
        assertThat(taken(buckets, "192.0.2.1", 40)).isBetween(3, 4);
        this.clock.forward(Duration.ofMinutes(10));
        assertThat(taken(buckets, "192.0.2.1", 40)).isEqualTo(30);
    }

    /** From many networks, as list bombers come. */
    @Test
    void a01AllTogetherAreStopped() {
        FormBuckets buckets = buckets(30, 100);
        int taken = 0;
        for (int network = 0; network < 200; network++) {
            taken += taken(buckets, "2001:db8:" + network + "::1", 1);
        }
        assertThat(taken).isEqualTo(100);
    }

    @Test
    void whoIsTurnedAwayTakesNothingFromTheOthers() {
        FormBuckets buckets = buckets(30, 100);
        taken(buckets, "192.0.2.1", 5_000);
        assertThat(taken(buckets, "198.51.100.7", 30)).isEqualTo(30);
    }

    @Test
    void a01AnAttackerWithManyNetworksFillsNoMemory() {
        FormBuckets buckets = buckets(30, 1000);
        for (int network = 0; network < FormBuckets.NETWORKS + 1000; network++) {
            buckets.take("2001:db8:%x:%x00::1".formatted(network >> 8, network & 0xff));
        }
        assertThat(buckets.remembered()).isEqualTo(FormBuckets.NETWORKS);
        this.clock.forward(Duration.ofMinutes(11));
        buckets.take("192.0.2.1");
        assertThat(buckets.remembered()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({ "192.0.2.1, 192.0.2.254, true", "192.0.2.1, 192.0.3.1, false", "::ffff:192.0.2.9, 192.0.2.1, true",
            "2001:db8:0:1::1, 2001:db8:0:ff:ffff::9, true", "2001:db8:0:1::1, 2001:db8:0:100::1, false",
            "2001:db8::1, 192.0.2.1, false", "unknown, , true" })
    void aNetworkIsWhatOneLineGets(String one, String other, boolean same) {
        String second = (other != null) ? other : "";
        assertThat(Network.name(one).equals(Network.name(second))).isEqualTo(same);
    }

    @Test
    void theNameOfANetworkDoesNotSayWhichItIs() {
        assertThat(Network.name("192.0.2.1")).matches("[0-9a-f]{32}").doesNotContain("c00002");
    }

}
