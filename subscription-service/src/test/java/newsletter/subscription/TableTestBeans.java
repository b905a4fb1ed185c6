package newsletter.subscription;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.theme.CityProperties;

/** What a test of tables needs besides the tables. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({ SiteProperties.class, CityProperties.class })
class TableTestBeans {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Told told(JdbcClient jdbc) {
        return new Told(jdbc);
    }

}
