package newsletter.endtoend.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import newsletter.devstack.program.UnpackedJar;

/** The three, named as their modules. */
public enum Service {

    SUBSCRIPTION("subscription-service"), MAILER("mailer-service"), AUDIT("consent-audit");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    public String module() {
        return this.module;
    }

    /** What {@code mvn package} made, taken apart as its image is: this a city runs. */
    Path jar() {
        Path folder = Path.of("..", this.module, "target");
        try (var files = Files.newDirectoryStream(folder, this.module + "-*.jar")) {
            var jars = files.iterator();
            if (jars.hasNext()) {
                return UnpackedJar.of(jars.next());
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        throw new IllegalStateException("no jar in " + folder + ": run mvn -pl end-to-end -am verify");
    }

}
