package newsletter.mailer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import newsletter.devstack.DevBroker;
import newsletter.devstack.DevDatabase;
import newsletter.mailer.delivery.Desk;

/**
 * The whole service on a real database, broker and mailbox, in one context for all tests
 * of the engine: two would share the topics' partitions, and each read half.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@Import({ DevDatabase.class, DevBroker.class, OwnMailbox.class, World.class, World.TopicsOfOthers.class, Desk.class })
public @interface EngineTest {

}
