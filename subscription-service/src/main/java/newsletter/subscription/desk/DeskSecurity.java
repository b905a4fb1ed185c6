package newsletter.subscription.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import newsletter.signin.Role;
import newsletter.signin.StaffArea;

/** Who may come into the staff area. What no place speaks of is closed. */
@ForStaff
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class DeskSecurity {

    /** Before the public pages, which take what is left. */
    @Bean
    @Order(1)
    SecurityFilterChain staffOnly(HttpSecurity http, StaffArea staffArea) {
        http.securityMatcher("/staff", "/staff/**");
        staffArea.apply(http);
        http.authorizeHttpRequests((requests) -> {
            requests.requestMatchers("/staff")
                .hasAnyRole(Role.EDITOR.name(), Role.APPROVER.name(), Role.DPO.name(), Role.ADMIN.name());
            for (Place place : Place.values()) {
                requests.requestMatchers(place.path(), place.path() + "/**").hasAnyRole(place.roleNames());
            }
            requests.anyRequest().denyAll();
        });
        return http.build();
    }

}
