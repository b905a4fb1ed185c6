package newsletter.devstack;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;

/** A fresh, empty database for each application context. */
@Configuration(proxyBeanMethods = false)
public class DevDatabase {

    @Bean
    JdbcConnectionDetails devDatabase() {
        Database database = DevPostgres.shared().newDatabase("test");
        return new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

        };
    }

}
