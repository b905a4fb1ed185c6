package newsletter.mailer.edition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import newsletter.mailer.audience.Audience;
import newsletter.mailer.audience.Newsletters;
import newsletter.mailer.delivery.Deliveries;
import newsletter.mailer.rendering.MailRenderer;
import newsletter.mailer.rendering.MailWords;
import newsletter.mailer.site.PublicSite;

/**
 * The pages of the desk with their rules and their rendering; tables and sending are
 * mocks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(controllers = { ComposeController.class, ReviewController.class, SendController.class })
@Import({ Newsroom.class, EditionPage.class, LocalTimes.class, MailRenderer.class, MailWords.class })
@MockitoBean(types = { Editions.class, Newsletters.class, Audience.class, Deliveries.class, Release.class,
        PublicSite.class })
@interface DeskTest {

}
