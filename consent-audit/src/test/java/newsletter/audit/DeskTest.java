package newsletter.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import newsletter.audit.checkpoint.SignNow;
import newsletter.audit.ingest.Batches;
import newsletter.audit.person.ContactTeller;
import newsletter.devstack.DevDatabase;

/**
 * The whole service on a real PostgreSQL, seen through its pages. Kafka is away, and
 * nothing is signed unless a test says so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(properties = { "spring.kafka.bootstrap-servers=127.0.0.1:1", "spring.kafka.listener.auto-startup=false",
        "checkpoint.interval=1d", "spring.datasource.hikari.connection-timeout=1000" })
@Import({ DevDatabase.class, OwnKeys.class, Tampering.class, Batches.class, SignNow.class, ContactTeller.class,
        Residents.class, Desk.class })
public @interface DeskTest {

}
