package newsletter.signin;

import java.security.Principal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service with staff: one open page, one for all, one for approvers. */
@SpringBootApplication
class Desk {

    @Bean
    SecurityFilterChain staff(HttpSecurity http, StaffArea staffArea) {
        staffArea.apply(http);
        http.authorizeHttpRequests((requests) -> requests.requestMatchers("/open")
            .permitAll()
            .requestMatchers(HttpMethod.POST, "/approval")
            .hasRole(Role.APPROVER.name())
            .requestMatchers("/", "/fails", "/fragment")
            .hasAnyRole(Role.EDITOR.name(), Role.APPROVER.name()));
        return http.build();
    }

    @RestController
    static class Pages {

        @GetMapping("/open")
        String open() {
            return "open to all";
        }

        @GetMapping("/")
        String desk(Principal principal) {
            return "desk of " + principal.getName();
        }

        @GetMapping("/fails")
        String fail() {
            throw new IllegalStateException("secret detail");
        }

        @PostMapping("/approval")
        String approve() {
            return "approved";
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "no rule speaks of this page";
        }

    }

}
