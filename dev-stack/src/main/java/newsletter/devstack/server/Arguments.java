package newsletter.devstack.server;

import java.util.List;

/**
 * What was typed after {@code script/server}.
 *
 * @param fresh whether to forget what earlier runs kept
 * @param help whether to say what may be typed, and nothing else
 */
record Arguments(boolean fresh, boolean help) {

    static final String USAGE = """
            script/server [--fresh]

            Starts PostgreSQL, Kafka, a mailbox and the three services of City Newsletter.
            Ctrl-C stops them. Data stays in .dev/ until the next run.

              --fresh   forget what earlier runs kept in .dev/, keys and mails included
              --help    this text""";

    static Arguments of(String... typed) {
        for (String argument : typed) {
            if (!List.of("--fresh", "--help", "-h").contains(argument)) {
                throw new Refusal("There is no option '" + argument + "'.\n\n" + USAGE, 2);
            }
        }
        var all = List.of(typed);
        return new Arguments(all.contains("--fresh"), all.contains("--help") || all.contains("-h"));
    }

}
