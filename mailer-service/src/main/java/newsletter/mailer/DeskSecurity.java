package newsletter.mailer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import newsletter.signin.Role;
import newsletter.signin.StaffArea;

/** Who may use the desk: communications staff, after signing in. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity implements WebMvcConfigurer {

    @Bean
    SecurityFilterChain staffOnly(HttpSecurity http, StaffArea staffArea) throws Exception {
        staffArea.apply(http);
        http.authorizeHttpRequests((requests) -> requests.anyRequest()
            .hasAnyRole(Role.EDITOR.name(), Role.APPROVER.name(), Role.ADMIN.name()));
        return http.build();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/editions");
    }

}
