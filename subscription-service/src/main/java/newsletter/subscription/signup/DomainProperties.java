package newsletter.subscription.signup;

import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What we think of domains that people type.
 *
 * @param wellKnown many people have their address there: whoever types something close to
 * one is asked whether they meant it
 * @param refused no letter is sent to an address there. None, unless a city lists some:
 * an address that somebody throws away later is theirs to choose
 */
@ConfigurationProperties("sign-up.domains")
record DomainProperties(@DefaultValue List<String> wellKnown, @DefaultValue Set<String> refused) {
}
