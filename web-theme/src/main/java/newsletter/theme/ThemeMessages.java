package newsletter.theme;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Puts the words of the theme behind those of the service, so that a service need not
 * know them and may replace any of them.
 */
class ThemeMessages implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (beanName.equals(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
                && bean instanceof HierarchicalMessageSource messages && messages.getParentMessageSource() == null) {
            messages.setParentMessageSource(read());
        }
        return bean;
    }

    static MessageSource read() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-theme");
        messages.setDefaultEncoding("UTF-8");
        // English unless a translation is here: never the language of the machine.
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

}
