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
 * The whole service with its staff area, in which a {@link Colleague} of each role can
 * sign in; {@code both} is an editor and an officer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "sign-in.enabled=true", "desk.mailer=http://desk.exford.example.org",
                // Not to take partitions from the service of the other tests.
                "spring.kafka.consumer.group-id=staff-tests", "sign-in.users[0].name=editor",
                "sign-in.users[0].roles=EDITOR", "sign-in.users[0].password-hash=" + StaffTest.EDITOR,
                "sign-in.users[1].name=approver", "sign-in.users[1].roles=APPROVER",
                "sign-in.users[1].password-hash=" + StaffTest.EDITOR, "sign-in.users[2].name=dpo",
                "sign-in.users[2].roles=DPO", "sign-in.users[2].password-hash=" + StaffTest.EDITOR,
                "sign-in.users[3].name=admin", "sign-in.users[3].roles=ADMIN",
                "sign-in.users[3].password-hash=" + StaffTest.EDITOR, "sign-in.users[4].name=both",
                "sign-in.users[4].roles=EDITOR,DPO", "sign-in.users[4].password-hash=" + StaffTest.EDITOR,
                "sign-in.users[5].name=second-editor", "sign-in.users[5].roles=EDITOR",
                "sign-in.users[5].password-hash=" + StaffTest.EDITOR })
@Import({ DevDatabase.class, DevBroker.class, SiteTestBeans.class })
public @interface StaffTest {

    /** Of {@code exford-editor}, for everybody. */
    String EDITOR = "{bcrypt}$2a$10$L7SkcVWe8m/RSiv3RckqlejwuLcChorxyuFOZ8DYLU0HN8pOufwqu";

}
