package newsletter.subscription.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import newsletter.subscription.contact.Crowd;
import newsletter.subscription.contact.Crowd.Member;

/** Brings lines together with what is known of the people on them, and decides. */
@Service
class Judge {

    private final Crowd crowd;

    private final Standings standings;

    private final Admissions admissions;

    Judge(Crowd crowd, Standings standings, Admissions admissions) {
        this.crowd = crowd;
        this.standings = standings;
        this.admissions = admissions;
    }

    /** A line, on what terms it was decided, and what comes of it. */
    record Decided(ImportRow row, Admission admission, Outcome outcome) {
    }

    /**
     * In the caller’s transaction, and under the lock of whoever is a subscriber already:
     * nobody leaves between the decision and what comes of it.
     */
    List<Decided> decide(List<ImportRow> rows, Instant now) {
        List<List<ImportRow>> people = List.copyOf(byPerson(rows, ImportRow::tag).values());
        List<Member> members = this.crowd.find(people.stream().map((lines) -> lines.getFirst().newcomer()).toList());
        Map<UUID, Standing> known = this.standings.of(members, now);
        Admission admission = this.admissions.at(now);
        var decided = new ArrayList<Decided>();
        for (int i = 0; i < members.size(); i++) {
            Standing standing = known.getOrDefault(members.get(i).id(), Standing.NEW);
            people.get(i).forEach((row) -> decided.add(new Decided(row, admission, admission.decide(row, standing))));
        }
        return decided;
    }

    /** In the order in which they come. */
    static <T> Map<String, List<T>> byPerson(List<T> lines, Function<T, String> tag) {
        return lines.stream().collect(Collectors.groupingBy(tag, LinkedHashMap::new, Collectors.toList()));
    }

}
