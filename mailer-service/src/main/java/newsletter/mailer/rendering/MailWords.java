package newsletter.mailer.rendering;

import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * What mails say in our name, in each language: {@code messages-mail.properties} in
 * English, the others beside it. Templates have no words of their own, so whoever adds a
 * letter adds its words to all of them.
 */
@Component
public class MailWords {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public MailWords() {
        this.messages.setBasename("messages-mail");
        this.messages.setDefaultEncoding("UTF-8");
        // English where there is no translation: never the language of the machine.
        this.messages.setFallbackToSystemLocale(false);
    }

    public String text(String key, Locale language, Object... about) {
        return this.messages.getMessage(key, about, language);
    }

    /** Templates of one folder that take their words from here. */
    public SpringTemplateEngine templates(TemplateMode mode, String folder, String suffix) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/" + folder + "/");
        files.setSuffix(suffix);
        files.setTemplateMode(mode);
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(this.messages);
        return engine;
    }

}
