package newsletter.subscription.imports;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes on with imports until there is nothing to do. Whichever replica comes takes the
 * next batch; one that was killed leaves nothing half done.
 */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private final Imports imports;

    private final ImportBatch batch;

    ImportWork(Imports imports, ImportBatch batch) {
        this.imports = imports;
        this.batch = batch;
    }

    @Scheduled(fixedDelayString = "${imports.poll-interval:2s}")
    void work() {
        this.imports.moving().forEach((id) -> {
            LOG.info("Import {} goes on", id);
            while (this.batch.next(id)) {
                LOG.debug("A batch of import {} is done", id);
            }
        });
    }

}
