package newsletter.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import newsletter.signin.Role;
import newsletter.signin.StaffArea;

/** Officers alone see the desk. What was signed is for everybody. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

    @Bean
    SecurityFilterChain officersOnly(HttpSecurity http, StaffArea staffArea) throws Exception {
        staffArea.apply(http);
        http.authorizeHttpRequests(
                (requests) -> requests.requestMatchers(HttpMethod.GET, "/checkpoint", "/checkpoint/key")
                    .permitAll()
                    .anyRequest()
                    .hasRole(Role.DPO.name()));
        return http.build();
    }

}
