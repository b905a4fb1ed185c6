package newsletter.endtoend.bench;

// This is a program: it prints.

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import newsletter.devstack.postgres.Database;
import newsletter.endtoend.bench.Recording.Statement;
import newsletter.endtoend.bench.Replay.People;

/**
 * How many people can sign up, confirm and leave in a second, and what share that is of
 * what PostgreSQL alone does with the same statements. {@code script/bench signups} runs
 * it; {@code docs/performance.md} says what came of it.
 */
final class SignUpBench {

    private static final List<Integer> CONNECTIONS = List.of(1, 4, 16, 64);

    private static final int MANY = 32;

    private static final int ROUNDS = 3;

    private static final int ONE_CLICKS_IN_A_ROW = 500;

    private final Options options;

    private final Site site;

    private final Residents residents;

    private final Told told;

    private SignUpBench(Options options) throws SQLException {
        this.options = options;
        this.site = new Site(options.javaOptions());
        this.residents = new Residents(this.site.uri(), this.site.keys());
        this.told = new Told(this.site.database(), this.site.brokers());
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        // Whatever happens, it ends.
        Thread.ofPlatform().daemon().start(() -> endAfter(options));
        // The broker's threads outlive main: say when it is over. What was started stops.
        System.exit(measures(options) ? 0 : 1);
    }

    private static boolean measures(Options options) throws SQLException {
        var bench = new SignUpBench(options);
        try {
            bench.run();
            return true;
        }
        catch (Exception ex) {
            System.err.println(ex);
            ex.printStackTrace();
            return false;
        }
        finally {
            bench.site.end();
        }
    }

    private static void endAfter(Options options) {
        Duration enough = Duration.ofMinutes(5)
            .plus(options.time().multipliedBy(30L * options.subscribers().size()))
            .plus(Duration.ofMinutes(3L * options.subscribers().size()));
        try {
            Thread.currentThread().join(enough);
        }
        catch (InterruptedException ex) {
            return;
        }
        System.err.println("This takes too long; something is wrong.");
        System.exit(1);
    }

    /** What the site does in the database for one person. */
    private record Transactions(List<Statement> signUp, List<Statement> confirm, List<Statement> oneClick) {
    }

    private void run() throws Exception {
        Transactions transactions = record();
        say("%d statements for a sign-up, %d for a confirmation, %d for a one-click", transactions.signUp().size(),
                transactions.confirm().size(), transactions.oneClick().size());
        for (int subscribers : this.options.subscribers()) {
            Population.grow(this.site, subscribers);
            say("%n%,d subscribers", subscribers);
            Database alone = this.site.copy("alone_" + subscribers);
            this.site.start();
            measureTheSite();
            compare(transactions, Replay.on(alone));
            this.site.stop();
            this.site.drop(alone);
        }
    }

    private Transactions record() throws Exception {
        this.site.start();
        this.site.stop();
        this.site.logStatements(true);
        this.site.start();
        once(this.residents.signUp());
        once(this.residents.confirm(this.residents.letters(this.site.database())));
        once(this.residents.oneClick(this.residents.newsletters(this.site.database(), 1)));
        this.told.untilNothingWaits();
        this.site.stop();
        this.site.logStatements(false);
        Recording recording = this.site.recording();
        return new Transactions(recording.transaction("INSERT INTO subscription_request"),
                recording.transaction("INSERT INTO consent "), recording.transaction("UPDATE consent SET ended_at"));
    }

    private static void once(Load.Workers makes) throws Exception {
        try (Load.Worker worker = makes.next()) {
            worker.work();
        }
    }

    private void measureTheSite() throws SQLException {
        warmUp();
        long acceptedBefore = this.residents.accepted();
        long requestsBefore = this.told.requests();
        double most = 0;
        for (int connections : CONNECTIONS) {
            Figures figures = Load.closed(connections, this.options.time(), this.residents.signUp());
            say("  sign-up, %2d connections        %s", connections, figures);
            most = Math.max(most, figures.perSecond());
        }
        Duration lag = this.told.untilLagIsUnderASecond();
        this.told.untilNothingWaits();
        say("  sign-up, half of the most      %s",
                Load.open(CONNECTIONS.getLast(), this.options.time(), most / 2, this.residents.signUp()));
        this.told.untilNothingWaits();
        long accepted = this.residents.accepted() - acceptedBefore;
        say("  accepted %,d, stored %,d; on Kafka %,d of %,d; nothing waited for more than 1 s after %.1f s", accepted,
                this.told.requests() - requestsBefore, this.told.requestsOnKafka(), this.residents.accepted(),
                lag.toMillis() / 1000.0);
        say("  one-click, one after another   %s", Load.closed(1, this.options.time(),
                this.residents.oneClick(this.residents.newsletters(this.site.database(), ONE_CLICKS_IN_A_ROW))));
    }

    /** A new process is slow until its code is compiled. */
    private void warmUp() throws SQLException {
        Load.closed(MANY, this.options.time().multipliedBy(3), this.residents.signUp());
        Load.closed(MANY, this.options.time(), this.residents.confirm(this.residents.letters(this.site.database())));
        this.told.untilNothingWaits();
    }

    /**
     * In turns, so that a machine that is slow for a while is so for both. The database
     * is a copy: nothing is told of what is done there, and the site is idle meanwhile.
     */
    private void compare(Transactions transactions, Replay alone) throws SQLException {
        People asked = People.none();
        People confirmed = People.none();
        Turns signUp = new Turns("sign-up");
        Turns confirm = new Turns("confirm");
        Turns oneClick = new Turns("one-click");
        for (int round = 0; round < ROUNDS; round++) {
            signUp.take(busy("sign-up", this.residents.signUp()),
                    alone(alone.each(transactions.signUp(), People.strangers(), asked)));
            Queue<String> letters = this.residents.letters(this.site.database());
            confirm.take(busy("confirm", this.residents.confirm(letters)),
                    alone(alone.each(transactions.confirm(), asked, confirmed)));
            Queue<String> newsletters = this.residents.newsletters(this.site.database(), 20_000);
            oneClick.take(busy("one-click", this.residents.oneClick(newsletters)),
                    alone(alone.each(transactions.oneClick(), confirmed, People.none())));
        }
        Stream.of(signUp, confirm, oneClick).forEach((turns) -> say("  %s", turns));
    }

    private Figures busy(String what, Load.Workers makes) throws SQLException {
        Duration before = this.site.processorTime();
        Figures figures = Load.closed(MANY, this.options.time(), makes);
        Duration after = this.site.processorTime();
        say("  %-9s %2d connections        %s   processor %.2f ms each", what + ",", MANY, figures,
                after.minus(before).toNanos() / 1e6 / Math.max(1, figures.count()));
        this.told.untilNothingWaits();
        return figures;
    }

    private Figures alone(Load.Workers makes) {
        return Load.closed(Site.CONNECTIONS, this.options.time(), makes);
    }

    /** The site and the database alone, measured one after the other. */
    private static final class Turns {

        private final String what;

        private final List<Figures> site = new ArrayList<>();

        private final List<Figures> alone = new ArrayList<>();

        Turns(String what) {
            this.what = what;
        }

        void take(Figures siteThisTime, Figures aloneThisTime) {
            this.site.add(siteThisTime);
            this.alone.add(aloneThisTime);
        }

        private String ratios() {
            return IntStream.range(0, this.site.size())
                .mapToDouble((turn) -> this.site.get(turn).perSecond() / this.alone.get(turn).perSecond())
                .sorted()
                .mapToObj("%.2f"::formatted)
                .collect(Collectors.joining(" "));
        }

        private static double median(List<Figures> figures) {
            return figures.stream().mapToDouble(Figures::perSecond).sorted().toArray()[figures.size() / 2];
        }

        @Override
        public String toString() {
            return "%-10s site %,7.0f/s   PostgreSQL alone %,7.0f/s   ratios %s".formatted(this.what, median(this.site),
                    median(this.alone), ratios());
        }

    }

    private static void say(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }

}
