package newsletter.subscription.language;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

import newsletter.subscription.SiteProperties;

/**
 * The language that the address named. What the browser would like is not asked: the same
 * address has the same words for everybody, and what a person was shown can be told years
 * later.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class LanguageOfThePage implements LocaleResolver {

    private final SiteProperties site;

    LanguageOfThePage(SiteProperties site) {
        this.site = site;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return (request.getAttribute(PageLanguage.ATTRIBUTE) instanceof PageLanguage page) ? page.locale()
                : this.site.languages().getFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The address of a page names its language");
    }

}
