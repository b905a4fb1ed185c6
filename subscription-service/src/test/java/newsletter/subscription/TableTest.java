package newsletter.subscription;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.devstack.DevDatabase;
import newsletter.subscription.catalogue.Announcement;
import newsletter.subscription.signup.SignUpLimits;

/**
 * Tables and use cases on a real PostgreSQL with the newsletters of Exford. What a test
 * does is committed: locks and unique keys are what is tested here.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JdbcTest(includeFilters = @Filter({ Repository.class, Service.class }),
        properties = { "spring.flyway.locations=classpath:db/outbox,classpath:db/migration,classpath:db/development",
                // What staff do is tested on tables as well.
                "sign-in.enabled=true",
                // Twenty at once share ten connections: on a busy machine they wait.
                "spring.datasource.hikari.connection-timeout=60000" })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@ImportAutoConfiguration
@Import({ DevDatabase.class, TestKeys.class, TableTestBeans.class, SignUpLimits.class, Announcement.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public @interface TableTest {

}
