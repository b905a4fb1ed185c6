package newsletter.endtoend;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import newsletter.endtoend.world.Service;
import newsletter.endtoend.world.ServiceProcess;
import newsletter.endtoend.world.Staff;
import newsletter.endtoend.world.World;
import newsletter.personaldata.NewKeysets;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys and passwords that everybody knows are for laptops. */
class RefusalToStartTests {

    private static final Map<String, String> REAL_LIFE = Map.of("NEWSLETTER_DEVELOPMENT", "false", "NEWSLETTER_SITE",
            "https://news.exford.example.org");

    private final World world = World.running();

    @Test
    void noServiceStartsOnDevelopmentKeysOutsideDevelopmentMode() {
        var changes = new HashMap<>(REAL_LIFE);
        changes.putAll(Staff.withPasswords((name) -> "a long one for " + name));
        started(changes, "development-keys", Service.values())
            .forEach((process) -> assertRefusal(process, "was made for development", "script/keys"));
    }

    @Test
    void noDeskStartsWithADemoPasswordOutsideDevelopmentMode() {
        var changes = new HashMap<>(REAL_LIFE);
        Path keys = Path.of("target", "own-keys").toAbsolutePath();
        NewKeysets.main(new String[] { keys.toString() });
        for (String key : List.of("address", "tags", "suppressions", "links", "forms", "receipts", "ledger")) {
            changes.put("KEYS_" + key.toUpperCase(Locale.ROOT), keys.resolve(key + ".json").toString());
        }
        started(changes, "demo-passwords", Service.MAILER, Service.AUDIT)
            .forEach((process) -> assertRefusal(process, "password of the local user", "script/password"));
    }

    private List<ServiceProcess> started(Map<String, String> changes, String name, Service... services) {
        return Stream.of(services)
            .map((service) -> this.world.another(service, service.module() + "-with-" + name, changes).start())
            .toList();
    }

    private static void assertRefusal(ServiceProcess process, String reason, String wayOut) {
        assertThat(process.awaitExit()).isNotZero();
        assertThat(process.log()).contains(reason, wayOut);
    }

}
