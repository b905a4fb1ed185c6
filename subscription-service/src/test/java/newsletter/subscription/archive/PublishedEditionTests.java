package newsletter.subscription.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.events.EditionPublished;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedEditionTests {

    private static PublishedEdition of(String text) {
        Instant at = Instant.parse("2026-11-22T09:00:00Z");
        return PublishedEdition.of(new EditionPublished(UUID.randomUUID(), UUID.randomUUID(), at, "mayor", "bridge",
                "A bridge", "en", "<p>…</p>", text, "00", "editor", "approver", at));
    }

    @Test
    void aShortTextIsItsOwnSummary() {
        assertThat(of(" Dear  residents,\n\nall is well. ").summary()).isEqualTo("Dear residents, all is well.");
    }

    @Test
    void aLongTextIsCutBetweenWords() {
        String summary = of("word ".repeat(100)).summary();
        assertThat(summary).endsWith("word…").hasSizeLessThanOrEqualTo(201);
        assertThat(of("x".repeat(500)).summary()).hasSize(201);
    }

    @Test
    void onlyWhatAnEditionIsMadeOfIsShown() {
        assertThat(EditionHtml.only("""
                <h2 style="color:red">News</h2><p onclick="x()">Read <a href="https://exford.example.org">this</a>,
                <a href="javascript:alert(1)">not that</a></p><script>alert(1)</script><style>p{}</style>
                <img src="https://tracker.example.net/p.gif"><form action="https://evil.example.net"><input name="a">
                <button>Send</button></form><iframe src="x"></iframe><ol start="3"><li>Three</li></ol>"""))
            .isEqualTo("""
                    <h2>News</h2><p>Read <a href="https://exford.example.org">this</a>,
                    not that</p>

                    Send<ol start="3"><li>Three</li></ol>""");
    }

    @Test
    void shareLinksSayAddressAndTitleAndNothingElseGetsIn() {
        var network = new ArchiveProperties.Network("Example", "https://example.net/?u={address}&t={title}#x");
        assertThat(ShareLink.of("https://news.exford.example.org/news/a", "Bread & {address}?&x=1", List.of(network)))
            .containsExactly(
                    new ShareLink("Example", "https://example.net/?u=https%3A%2F%2Fnews.exford.example.org%2Fnews%2Fa"
                            + "&t=Bread%20%26%20%7Baddress%7D%3F%26x%3D1#x"));
    }

}
