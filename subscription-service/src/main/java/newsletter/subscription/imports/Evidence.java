package newsletter.subscription.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads from the {@code wording} table which words somebody must have been shown. Whoever
 * owns them is the catalogue; nothing is written here.
 */
@Repository
class Evidence {

    private final JdbcClient jdbc;

    Evidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that could prove something, read once for a file. */
    Library library() {
        var statements = new HashMap<String, Version>();
        var notices = new HashMap<String, List<Version>>();
        this.jdbc.sql("""
                SELECT sha256, kind, newsletter_id, version, language, effective_from
                FROM wording
                WHERE kind IN ('CONSENT_STATEMENT', 'PRIVACY_NOTICE')
                ORDER BY effective_from
                """).query((row) -> {
            var version = new Version(row.getString("sha256"), row.getTimestamp("effective_from").toInstant());
            String language = row.getString("language");
            if (row.getString("newsletter_id") != null) {
                statements.put(String.join(" ", row.getString("newsletter_id"), language, row.getString("version")),
                        version);
            }
            else {
                notices.computeIfAbsent(language, (_) -> new ArrayList<>()).add(version);
            }
        });
        return new Library(statements, notices);
    }

    /** One version, and since when it was shown. */
    record Version(String sha256, Instant since) {
    }

    /**
     * All wordings.
     *
     * @param statements by newsletter, language and version
     * @param notices privacy notices by language, the oldest first
     */
    record Library(Map<String, Version> statements, Map<String, List<Version>> notices) {

        /**
         * What a line proves: absent if anything is missing, if there never was such a
         * statement, or if it was not shown yet when they are said to have agreed.
         */
        @Nullable Proof proof(FileLine line, String language, Instant now) {
            Instant collected = line.collected();
            if (!line.isEvident() || collected == null || collected.isAfter(now)) {
                return null;
            }
            Version statement = this.statements
                .get(String.join(" ", line.newsletter(), language, line.statementVersion()));
            Optional<Version> notice = noticeAt(language, collected);
            return (statement == null || notice.isEmpty() || statement.since().isAfter(collected)) ? null
                    : new Proof(statement.sha256(), statement.since(), notice.get().sha256(), collected, line.script(),
                            line.evidence());
        }

        private Optional<Version> noticeAt(String language, Instant at) {
            return this.notices.getOrDefault(language, List.of())
                .stream()
                .filter((notice) -> !notice.since().isAfter(at))
                .reduce((_, later) -> later);
        }

    }

}
