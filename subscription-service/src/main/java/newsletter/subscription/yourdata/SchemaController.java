package newsletter.subscription.yourdata;

import java.time.Duration;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The schemas that exports and receipts keep to, for whoever reads them by machine
 * (C-22). One that was published is never changed.
 */
@Controller
class SchemaController {

    private static final MediaType SCHEMA = new MediaType("application", "schema+json");

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping("/schemas/{what:export|receipt}/{version}.json")
    ResponseEntity<Resource> schema(@PathVariable String what, @PathVariable String version) {
        var file = new ClassPathResource("schemas/" + what + "-" + version + ".json");
        if (!VERSION.matcher(version).matches() || !file.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
            .contentType(SCHEMA)
            .cacheControl(FOR_GOOD)
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
            .body(file);
    }

}
