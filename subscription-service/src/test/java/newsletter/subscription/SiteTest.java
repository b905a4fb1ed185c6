package newsletter.subscription;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

import newsletter.devstack.DevBroker;
import newsletter.devstack.DevDatabase;

/**
 * The whole service on a port, with a real PostgreSQL and a real broker. Pages are tested
 * here as well: what a page promises is kept by the tables behind it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ DevDatabase.class, DevBroker.class, SiteTestBeans.class })
public @interface SiteTest {

}
