package newsletter.subscription;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import newsletter.signin.SecurityHeaders;

/**
 * Everything here is public, and nothing sets a cookie. The staff area, where there is
 * one, has a chain of its own before this one.
 */
@Configuration(proxyBeanMethods = false)
class PublicPages {

    /**
     * Without a cookie a browser lends its owner's authority to nobody, so there is no
     * token against forged requests: what may be done is said by a sealed form or link.
     */
    @Bean
    SecurityFilterChain site(HttpSecurity http, SecurityHeaders headers) {
        return http.headers(headers)
            .csrf((csrf) -> csrf.disable())
            .requestCache((cache) -> cache.disable())
            .securityContext((context) -> context.disable())
            .sessionManagement((session) -> session.disable())
            .logout((logout) -> logout.disable())
            .anonymous(Customizer.withDefaults())
            .authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
            .build();
    }

    /** After a form was sent the next page is fetched with GET, by 303 and not 302. */
    @Bean
    InitializingBean seeOther(ThymeleafViewResolver views) {
        return () -> views.setRedirectHttp10Compatible(false);
    }

}
