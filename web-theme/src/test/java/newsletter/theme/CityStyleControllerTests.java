package newsletter.theme;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(controllers = Gallery.class,
        properties = { "city.primary-colour=#5B2A86", "city.accent-colour=#00a07a", "city.name=Town of Wexby" })
class CityStyleControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theColoursOfTheCityReachThePages() {
        assertThat(this.mvc.get().uri("/theme/city.css")).hasStatusOk()
            .hasContentTypeCompatibleWith("text/css")
            .bodyText()
            .contains("--city-primary: #5b2a86;", "--city-accent: #00a07a;", "--city-primary-darker: #2e1543;")
            .doesNotContain("%");
        assertThat(this.mvc.get().uri("/plain")).bodyText().contains("href=\"/theme/city.css\"", "Town of Wexby");
    }

    @Test
    void aBrowserThatHasThemIsToldSo() {
        String etag = this.mvc.get().uri("/theme/city.css").exchange().getResponse().getHeader("ETag");
        assertThat(etag).isNotBlank();
        assertThat(this.mvc.get().uri("/theme/city.css").header("If-None-Match", String.valueOf(etag)))
            .hasStatus(HttpStatus.NOT_MODIFIED);
    }

}
