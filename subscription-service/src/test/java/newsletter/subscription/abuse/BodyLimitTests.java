package newsletter.subscription.abuse;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
@ExtendWith(OutputCaptureExtension.class)
class BodyLimitTests {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String PARTS = "multipart/form-data; boundary=x";

    @Autowired
    private Visitor visitor;

    private HttpResponse<String> send(String path, String type, BodyPublisher body) {
        return this.visitor.send(this.visitor.request(path).header("Content-Type", type).POST(body));
    }

    /** Its length is announced. */
    private static BodyPublisher whole(String text) {
        return BodyPublishers.ofString(text);
    }

    /** Its length is not announced: the body comes in chunks. */
    private static BodyPublisher chunked(String text) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String form(int bytes) {
        return "a=" + "x".repeat(bytes - 2);
    }

    private static String parts(int bytes) {
        return "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + "x".repeat(bytes) + "\r\n--x--\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/confirm/x", "/unsubscribe/x", "/one-click/x" })
    void moreThan64KilobytesAreRefusedHoweverTheyCome(String path) {
        assertThat(send(path, FORM, whole(form(BodyLimit.BYTES + 1))).statusCode()).isEqualTo(413);
        assertThat(send(path, FORM, chunked(form(BodyLimit.BYTES + 1))).statusCode()).isEqualTo(413);
        assertThat(send(path, PARTS, whole(parts(BodyLimit.BYTES))).statusCode()).isEqualTo(413);
        assertThat(send(path, PARTS, chunked(parts(BodyLimit.BYTES))).statusCode()).isEqualTo(413);
        assertThat(send(path, FORM, chunked(form(1024 * 1024))).statusCode()).isEqualTo(413);
    }

    @Test
    void theAnswerIsAPage() {
        assertThat(page(send("/", FORM, chunked(form(100_000)))).expectFirst("h1").text())
            .isEqualTo("That is too much to send at once");
    }

    @Test
    void whoeverSendsTooMuchDoesNotFillTheLog(CapturedOutput log) {
        String before = log.getAll();
        for (String path : new String[] { "/", "/confirm/x", "/one-click/x" }) {
            send(path, FORM, chunked(form(100_000)));
            send(path, PARTS, chunked(parts(100_000)));
        }
        assertThat(log.getAll()).isEqualTo(before);
    }

    @Test
    void sixtyFourKilobytesAreRead() {
        assertThat(send("/", FORM, whole(form(BodyLimit.BYTES))).statusCode()).isEqualTo(422);
        assertThat(send("/", FORM, chunked(form(BodyLimit.BYTES))).statusCode()).isEqualTo(422);
    }

    @Test
    void whatIsNoFormIsRefused() {
        assertThat(send("/", "application/json", whole("{}")).statusCode()).isEqualTo(415);
        assertThat(send("/", "text/plain", chunked("x".repeat(100_000))).statusCode()).isEqualTo(415);
        assertThat(this.visitor.send(this.visitor.request("/").POST(BodyPublishers.noBody())).statusCode())
            .isEqualTo(422);
    }

    @Test
    void formsThatMakeNoSenseAreRefused() {
        assertThat(send("/", FORM, whole("a=%zz")).statusCode()).isEqualTo(400);
        assertThat(send("/", FORM, whole("a=1&".repeat(10_000))).statusCode()).isEqualTo(400);
    }

}
