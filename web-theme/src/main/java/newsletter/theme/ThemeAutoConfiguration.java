package newsletter.theme;

import java.time.Duration;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingFilterBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Gives the look to every service that has this module on its class path, and to the page
 * tests of that service.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration",
        "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration" })
@EnableConfigurationProperties(CityProperties.class)
@Import(CityStyleController.class)
class ThemeAutoConfiguration {

    @Bean
    static ThemeMessages themeMessages() {
        return new ThemeMessages();
    }

    @Bean
    @ConditionalOnMissingBean(name = "messageSource", value = MessageSource.class)
    MessageSource messageSource() {
        return ThemeMessages.read();
    }

    /**
     * A variable of the view resolver and not a model attribute: pages that an exception
     * handler shows have no model of ours, and they are the ones that need a way to reach
     * the city.
     */
    @Bean
    InitializingBean cityInEveryView(ThymeleafViewResolver views, CityProperties city) {
        return () -> views.addStaticVariable("city", city);
    }

    /** The address of a file holds a hash of its content, so it can be kept for ever. */
    @Bean
    WebMvcConfigurer themeFiles() {
        return new WebMvcConfigurer() {

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/theme/**")
                    .addResourceLocations("classpath:/static/theme/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
            }

        };
    }

    /** Writes those addresses into links. */
    @Bean
    @ConditionalOnMissingFilterBean(ResourceUrlEncodingFilter.class)
    FilterRegistrationBean<ResourceUrlEncodingFilter> themeFileAddresses() {
        var registration = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

}
