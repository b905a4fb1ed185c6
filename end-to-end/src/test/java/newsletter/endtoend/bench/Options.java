package newsletter.endtoend.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What the bench was asked for.
 *
 * @param time how long each measurement takes
 * @param subscribers at how many subscribers to measure, from the fewest to the most
 * @param javaOptions for the site
 */
record Options(Duration time, List<Integer> subscribers, List<String> javaOptions) {

    static Options of(String[] arguments) {
        Duration time = Duration.ofSeconds(6);
        List<Integer> subscribers = List.of(10_000, 100_000, 1_000_000);
        List<String> javaOptions = List.of("-Xmx512m");
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            String value = (parts.length > 1) ? parts[1] : "";
            switch (parts[0]) {
                case "--seconds" -> time = Duration.ofSeconds(Math.clamp(Long.parseLong(value), 1, 60));
                case "--subscribers" -> subscribers = Arrays.stream(value.split(","))
                    .map((number) -> Math.clamp(Long.parseLong(number), 0, 10_000_000))
                    .sorted()
                    .toList();
                case "--java" -> javaOptions = List.of(value.split(" "));
                default -> throw new IllegalArgumentException("unknown: " + argument + ". See script/bench --help");
            }
        }
        return new Options(time, subscribers, javaOptions);
    }

}
