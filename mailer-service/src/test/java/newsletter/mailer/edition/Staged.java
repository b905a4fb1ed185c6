package newsletter.mailer.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import newsletter.mailer.audience.Newsletter;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.edition.Edition.Content;
import newsletter.mailer.rendering.MailRenderer;
import newsletter.mailer.rendering.Rendering;
import newsletter.mailer.site.PublicSite;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/** An edition in each of its states, as the mocked tables give it. */
record Staged(UUID id, Newsletter newsletter, Content content, Rendering rendering) {

    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    static final Newsletter MAYOR = new Newsletter("mayor", "Email from the Mayor", "What the mayor does", 3,
            "The Mayor of Exford", "mayor@news.exford.example.org", "monthly", "en");

    static Staged with(String markdown, MailRenderer renderer, Newsletters newsletters, PublicSite site) {
        given(site.in(any())).willReturn(site);
        given(site.privacyNotice()).willReturn("https://news.exford.example.org/privacy");
        given(site.archive()).willReturn("https://news.exford.example.org/news");
        given(site.edition(any())).willReturn("https://news.exford.example.org/news/2026-11-a-new-bridge");
        given(newsletters.all()).willReturn(List.of(MAYOR));
        given(newsletters.find("mayor")).willReturn(Optional.of(MAYOR));
        var content = new Content("mayor", "A new bridge", markdown);
        return new Staged(UUID.randomUUID(), MAYOR, content, renderer.render(MAYOR, content.subject(), markdown));
    }

    String sha256() {
        return this.rendering.mail().sha256();
    }

    Edition draft() {
        return Edition.begin(this.id, this.content, "editor", NOW).edition();
    }

    Edition inReview() {
        return draft().submit(sha256(), 3, 1, "editor", NOW).edition();
    }

    Edition approved() {
        return inReview().approve(sha256(), "approver", NOW).edition();
    }

    Edition sending() {
        return approved().start(sha256(), "2026-11-a-new-bridge", 3, "approver", NOW).edition();
    }

    Edition sent() {
        return sending().finish(NOW.plusSeconds(60)).orElseThrow().edition();
    }

    void isKept(Edition edition, Editions editions) {
        given(editions.find(this.id)).willReturn(Optional.of(edition));
        given(editions.findAndLock(this.id)).willReturn(Optional.of(edition));
        given(editions.submitted(any(), any()))
            .willReturn(new Submitted(this.rendering.mail(), this.rendering.html(), this.rendering.text()));
        given(editions.history(this.id))
            .willReturn(List.of(Edition.begin(this.id, this.content, "editor", NOW).entry()));
    }

}
