package newsletter.mailer.site;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.signin.DevelopmentMode;

/** Links to pages of the public site. */
@Component
public class PublicSite {

    /**
     * How long the link to the preferences in a newsletter or a welcome is good: as long
     * as somebody may look for it there, and not as long as a forwarded mail lies about.
     * Whoever comes later asks for a fresh one.
     */
    static final Duration PREFERENCES_VALIDITY = Duration.ofDays(90);

    private final SiteProperties properties;

    private final String address;

    private final SignedLinks links;

    @Autowired
    PublicSite(SiteProperties properties, SignedLinks links, DevelopmentMode development) {
        if (!development.on() && !properties.site().startsWith("https://")) {
            // RFC 8058 asks for HTTPS, and a token is the right to act.
            throw new IllegalArgumentException("newsletter.site must begin with https:// outside development mode");
        }
        this.properties = properties;
        this.address = properties.site();
        this.links = links;
    }

    private PublicSite(SiteProperties properties, String address, SignedLinks links) {
        this.properties = properties;
        this.address = address;
        this.links = links;
    }

    /**
     * The same pages in this language, which is that of the mail; in the first if the
     * site does not speak it.
     */
    public PublicSite in(String language) {
        return new PublicSite(this.properties, this.properties.site() + this.properties.prefix(language), this.links);
    }

    /** The start page. */
    public String address() {
        return this.address;
    }

    /** Where staff look after newsletters and wordings, if they are told where it is. */
    public @Nullable URI staffArea() {
        return this.properties.staffArea();
    }

    /** The page with the button that confirms a request. */
    public String confirmation(UUID subscriberId, UUID requestId, Instant expiresAt) {
        return this.address + "/confirm/"
                + this.links.token(new Link(Action.CONFIRM, subscriberId, requestId.toString(), expiresAt));
    }

    /** All that the subscriber agreed to, from a mail that goes out now. */
    public String preferences(UUID subscriberId, Instant now) {
        return preferences(subscriberId, "subscriber", now.plus(PREFERENCES_VALIDITY));
    }

    /**
     * The same, for somebody who asked for the link, and who shows with it that the
     * mailbox is theirs.
     */
    public String preferencesUntil(UUID subscriberId, Instant expiresAt) {
        return preferences(subscriberId, SignedLinks.OWNER, expiresAt);
    }

    private String preferences(UUID subscriberId, String about, Instant expiresAt) {
        return this.address + "/preferences/"
                + this.links.token(new Link(Action.PREFERENCES, subscriberId, about, expiresAt));
    }

    /** The page with the button that has a subscriber reached at another address. */
    public String newAddress(UUID subscriberId, UUID changeId, Instant expiresAt) {
        return this.address + "/change-address/"
                + this.links.token(new Link(Action.CHANGE_ADDRESS, subscriberId, changeId.toString(), expiresAt));
    }

    /** How to leave a newsletter. Never expires. */
    public Unsubscribing unsubscribing(UUID subscriberId, String newsletterId) {
        String token = this.links.token(new Link(Action.UNSUBSCRIBE, subscriberId, newsletterId, null));
        return new Unsubscribing(this.address + "/unsubscribe/" + token,
                this.properties.site() + "/one-click/" + token);
    }

    /**
     * Two ways to leave a newsletter.
     *
     * @param page what people see
     * @param oneClick where mail programs post (RFC 8058)
     */
    public record Unsubscribing(String page, String oneClick) {

        /** Says nothing: a token does not belong in a log. */
        @Override
        public String toString() {
            return "Unsubscribing";
        }

    }

    /** A signed receipt, to read and to keep. Never expires. */
    public String receipt(UUID subscriberId, String number) {
        return this.address + "/receipts/" + this.links.token(new Link(Action.RECEIPT, subscriberId, number, null));
    }

    /** The privacy notice in force. */
    public String privacyNotice() {
        return this.address + "/privacy";
    }

    /** Every edition that was ever published. */
    public String archive() {
        return this.address + "/news";
    }

    /** One published edition. */
    public String edition(String slug) {
        return archive() + "/" + slug;
    }

    /** One version of a wording, for ever. */
    public String wording(String sha256) {
        return this.address + "/wordings/" + sha256;
    }

}
