package newsletter.subscription;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;

/**
 * A person at a browser without scripts or cookies, who follows no redirect unasked, and
 * who finds in their mailbox the links that the mailer would send.
 */
public class Visitor {

    private final ApplicationContext context;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Visitor(ApplicationContext context) {
        this.context = context;
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + this.context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** A request that may be made as it is, or changed first. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Accept", "text/html");
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return this.client.send(request.build(), BodyHandlers.ofString());
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String... form) {
        return send(form(path, form));
    }

    /** Pairs of names and values. */
    public HttpRequest.Builder form(String path, String... form) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < form.length; i += 2) {
            pairs.add(encode(form[i]) + "=" + encode(form[i + 1]));
        }
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body(), response.uri().toString());
    }

    /** Fills in the sign-up form as it comes. */
    public HttpResponse<String> signsUp(String address, String... newsletters) {
        return post("/", filledIn(address, newsletters));
    }

    public String[] filledIn(String address, String... newsletters) {
        return filledInOn("/", address, newsletters);
    }

    /** The form of the start page in some language. */
    public String[] filledInOn(String path, String address, String... newsletters) {
        Element stamp = page(get(path)).selectFirst("input[name=stamp]");
        takesAMoment();
        List<String> form = new ArrayList<>(List.of("stamp", (stamp != null) ? stamp.val() : ""));
        for (String newsletter : newsletters) {
            form.addAll(List.of("newsletters", newsletter));
        }
        form.addAll(List.of("emailAddress", address));
        return form.toArray(String[]::new);
    }

    /** Unlike a robot, where the clock is ours. */
    public void takesAMoment() {
        this.context.getBeanProvider(TestClock.class).ifAvailable((clock) -> clock.forward(Duration.ofSeconds(1)));
    }

    /** Whether we know anything of this address. */
    public boolean isKnown(String address) {
        return subscriber(address) != null;
    }

    private @Nullable UUID subscriber(String address) {
        AddressTags tags = this.context.getBean(AddressTags.class);
        return jdbc().sql("SELECT id FROM subscriber WHERE tag = :tag")
            .param("tag", tags.tag(EmailAddress.parse(address).orElseThrow()))
            .query(UUID.class)
            .optional()
            .orElse(null);
    }

    public UUID subscriberId(String address) {
        UUID id = subscriber(address);
        if (id == null) {
            throw new IllegalStateException("Nobody has signed up with that address");
        }
        return id;
    }

    /** The path of the link in the last letter that asks to confirm. */
    public String confirmLink(String address) {
        UUID subscriber = subscriberId(address);
        return jdbc().sql("""
                SELECT id, expires_at FROM subscription_request
                WHERE subscriber_id = :subscriber
                ORDER BY requested_at DESC LIMIT 1
                """)
            .param("subscriber", subscriber)
            .query((row, _) -> link(Action.CONFIRM, subscriber, row.getString("id"),
                    row.getTimestamp("expires_at").toInstant()))
            .single();
    }

    public String unsubscribeLink(String address, String newsletter) {
        return link(Action.UNSUBSCRIBE, subscriberId(address), newsletter, null);
    }

    /** Some path that the mailer could have signed. */
    public String link(Action action, UUID subscriber, String about, @Nullable Instant expiresAt) {
        String token = this.context.getBean(SignedLinks.class).token(new Link(action, subscriber, about, expiresAt));
        return switch (action) {
            case CONFIRM -> "/confirm/";
            case PREFERENCES -> "/preferences/";
            case CHANGE_ADDRESS -> "/change-address/";
            case UNSUBSCRIBE -> "/unsubscribe/";
            case RECEIPT -> "/receipts/";
        } + token;
    }

    /** The path of the link in the last welcome. */
    public String receiptLink(String address) {
        UUID subscriber = subscriberId(address);
        return link(Action.RECEIPT, subscriber, jdbc().sql("""
                SELECT receipt_number FROM subscription_request
                WHERE subscriber_id = :subscriber AND receipt_number IS NOT NULL
                ORDER BY confirmed_at DESC LIMIT 1
                """).param("subscriber", subscriber).query(String.class).single(), null);
    }

    /** Signs up and confirms. */
    public void takesUp(String address, String... newsletters) {
        signsUp(address, newsletters);
        post(confirmLink(address));
    }

    /** The path of the link at the foot of a newsletter of today. */
    public String preferencesLink(String address) {
        Instant now = this.context.getBean(Clock.class).instant();
        return link(Action.PREFERENCES, subscriberId(address), "subscriber", now.plus(Duration.ofDays(90)));
    }

    /** The path of the link in the letter that somebody asked for just now. */
    public String ownersLink(String address) {
        Instant now = this.context.getBean(Clock.class).instant();
        return link(Action.PREFERENCES, subscriberId(address), SignedLinks.OWNER, now.plus(Duration.ofHours(1)));
    }

    /** The newsletters that this address takes. */
    public List<String> takes(String address) {
        return jdbc().sql("""
                SELECT newsletter_id FROM consent
                WHERE subscriber_id = :subscriber AND ended_at IS NULL
                ORDER BY newsletter_id
                """).param("subscriber", subscriberId(address)).query(String.class).list();
    }

    private JdbcClient jdbc() {
        return this.context.getBean(JdbcClient.class);
    }

}
