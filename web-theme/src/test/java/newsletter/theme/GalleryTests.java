package newsletter.theme;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(Gallery.class)
class GalleryTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void everyComponentRenders() throws Exception {
        var page = this.mvc.get().uri("/gallery").exchange();
        assertThat(page).hasStatusOk();
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/gallery.html"),
                page.getResponse().getContentAsString());
        Document html = Jsoup.parse(page.getResponse().getContentAsString());
        assertThat(html.title()).isEqualTo("Every component – Newsletters – City of Exford");
    }

}
