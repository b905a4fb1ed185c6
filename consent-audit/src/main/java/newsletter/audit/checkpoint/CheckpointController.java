package newsletter.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What anybody may fetch, to hold us to it later: the newest checkpoint and our keys. */
@Controller
class CheckpointController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Checkpoints checkpoints;

    private final CheckpointKey key;

    CheckpointController(Checkpoints checkpoints, CheckpointKey key) {
        this.checkpoints = checkpoints;
        this.key = key;
    }

    /** 404 until something was signed. */
    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint() {
        return text(this.checkpoints.newest().map(StoredCheckpoint::note));
    }

    /** Verifier keys, one a line, the present one first. */
    @GetMapping("/checkpoint/key")
    ResponseEntity<String> key() {
        return text(Optional.of(this.key.verifierKeys()));
    }

    private static ResponseEntity<String> text(Optional<String> text) {
        return text.map((body) -> ResponseEntity.ok().contentType(TEXT).cacheControl(CacheControl.noStore()).body(body))
            .orElseGet(() -> ResponseEntity.notFound().build());
    }

}
