package newsletter.audit;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import newsletter.audit.integrity.LedgerCheck;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** The pages, and whoever sits before them. */
public class Desk {

    public static final String OFFICER = "dpo";

    private final MockMvcTester pages;

    private final JdbcClient jdbc;

    private final LedgerCheck check;

    Desk(WebApplicationContext context, JdbcClient jdbc, LedgerCheck check) {
        this.pages = MockMvcTester.from(context, (builder) -> builder.apply(springSecurity()).build());
        this.jdbc = jdbc;
        this.check = check;
    }

    public MockMvcTester pages() {
        return this.pages;
    }

    /** As the officer. */
    public MvcTestResult get(String page) {
        return get(page, OFFICER, "DPO");
    }

    public MvcTestResult get(String page, String name, String role) {
        return this.pages.get().uri(page).with(user(name).roles(role)).exchange();
    }

    public MvcTestResult request(HttpMethod method, String page) {
        return this.pages.method(method).uri(page).with(user(OFFICER).roles("DPO")).exchange();
    }

    public MvcTestResult post(String page, String name, String role) {
        return this.pages.post().uri(page).with(user(name).roles(role)).with(csrf()).exchange();
    }

    /** As the officer, who says why. */
    public MvcTestResult look(String person, String reason, String caseNumber) {
        return this.pages.post()
            .uri("/views")
            .param("person", person)
            .param("reason", reason)
            .param("caseNumber", caseNumber)
            .with(user(OFFICER).roles("DPO"))
            .with(csrf())
            .exchange();
    }

    /** The address of a look's page. */
    public String view(String person) {
        String page = look(person, "complaint", "C-17").getResponse().getRedirectedUrl();
        if (page == null) {
            throw new IllegalStateException("There is no view");
        }
        return page;
    }

    public static Document read(MvcTestResult page) {
        return Jsoup.parse(text(page));
    }

    public static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        }
        catch (UnsupportedEncodingException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** All rows of all tables, to see whether anything was written. */
    public Map<String, String> everything() {
        // The one that runs on start.
        Awaitility.await().until(() -> !this.check.isRunning());
        Map<String, String> tables = new TreeMap<>();
        for (String table : this.jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            .query(String.class)
            .list()) {
            tables.put(table,
                    this.jdbc
                        .sql("SELECT count(*) || md5(coalesce(string_agg(t::text, ' ' ORDER BY t::text), '')) FROM "
                                + table + " t")
                        .query(String.class)
                        .single());
        }
        return tables;
    }

}
