package newsletter.subscription.signup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;

/** The limits of signing up as they are by default. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignUpProperties.class)
public class SignUpLimits {

}
