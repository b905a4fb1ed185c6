// This is a program: it prints.
package newsletter.devstack.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a packaged service's jar does when it is asked to take itself apart. */
final class SmallTool {

    private SmallTool() {
    }

    public static void main(String[] arguments) throws IOException {
        Path destination = Path.of(arguments[2]);
        if (Files.exists(destination)) {
            System.exit(4);
        }
        Files.createDirectories(destination);
        if (SmallTool.class.getResource("/broken") != null) {
            System.out.println("no room left");
            System.exit(3);
        }
        Files.writeString(destination.resolve("service.jar"), System.getProperty("jarmode") + " " + arguments[0]);
    }

}
