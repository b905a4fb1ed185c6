package newsletter.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;

import newsletter.audit.checkpoint.SignNow;
import newsletter.audit.ingest.Batches;
import newsletter.audit.person.ContactTeller;
import newsletter.devstack.DevDatabase;

/**
 * Tables and use cases on a real PostgreSQL. What a test does is committed: locks, unique
 * keys and what an outsider does to the tables are what is tested here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JdbcTest(properties = "checkpoint.interval=0s", includeFilters = @Filter(Component.class),
        excludeFilters = @Filter({ Configuration.class, Controller.class, ControllerAdvice.class }))
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ImportAutoConfiguration
@Import({ DevDatabase.class, TestKeys.class, Tampering.class, Batches.class, SignNow.class, ContactTeller.class,
        Residents.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public @interface TableTest {

}
