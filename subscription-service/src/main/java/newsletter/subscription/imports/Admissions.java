package newsletter.subscription.imports;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.imports.Admission.Offered;

/** On what terms a line is decided at one moment. */
@Repository
class Admissions {

    private final Catalogue catalogue;

    private final JdbcClient jdbc;

    private final SiteProperties site;

    Admissions(Catalogue catalogue, JdbcClient jdbc, SiteProperties site) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.site = site;
    }

    Admission at(Instant now) {
        Map<String, Instant> since = new HashMap<>();
        this.jdbc.sql("SELECT id, purpose_since FROM newsletter WHERE purpose_since IS NOT NULL").query((row) -> {
            Timestamp changed = row.getTimestamp("purpose_since");
            since.put(row.getString("id"), changed.toInstant());
        });
        return new Admission(now,
                this.catalogue.published()
                    .stream()
                    .map((newsletter) -> new Offered(newsletter, since.get(newsletter.id())))
                    .collect(Collectors.toMap((offered) -> offered.newsletter().id(), Function.identity())),
                this.site.zone());
    }

}
