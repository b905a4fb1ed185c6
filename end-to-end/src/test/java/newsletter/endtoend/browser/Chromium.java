package newsletter.endtoend.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that is installed: we never fetch one. */
final class Chromium {

    private Chromium() {
    }

    /** {@code CHROMIUM}, else where systems put it, else the first on the path. */
    static Path path() {
        Stream<Path> usual = Stream
            .of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .map(Path::of);
        return Stream.of(named(), usual, onThePath())
            .flatMap((paths) -> paths)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("These tests need a Chromium: install one (on Debian: "
                    + "apt-get install chromium) or name it, as in CHROMIUM=/opt/chromium/chrome."));
    }

    private static Stream<Path> named() {
        return Optional.ofNullable(System.getenv("CHROMIUM")).stream().map(Path::of);
    }

    private static Stream<Path> onThePath() {
        return Optional.ofNullable(System.getenv("PATH"))
            .stream()
            .flatMap((path) -> Stream.of(path.split(File.pathSeparator)))
            .flatMap((folder) -> Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                .map((name) -> Path.of(folder, name)));
    }

}
