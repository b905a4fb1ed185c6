package newsletter.devstack.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DevPostgresTests {

    private final DevPostgres postgres = DevPostgres.shared();

    @Test
    void itIsPostgres18() throws SQLException {
        assertThat(query(postgres.newDatabase("version"), "SHOW server_version")).startsWith("18.");
    }

    @Test
    void aNewDatabaseIsEmptyAndNobodyElses() throws SQLException {
        Database one = postgres.newDatabase("fresh");
        Database other = postgres.newDatabase("fresh");
        update(one, "CREATE TABLE guest (name text)");
        assertThat(other.url()).isNotEqualTo(one.url());
        assertThat(query(other, "SELECT to_regclass('guest')::text")).isNull();
    }

    @Test
    void anOwnerIsNoSuperuser() throws SQLException {
        Database database = postgres.newDatabase("owner");
        assertThat(query(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
    }

    @Test
    void aNamedDatabaseIsMadeOnce() throws SQLException {
        Database first = postgres.database("named");
        update(first, "CREATE TABLE guest (name text)");
        assertThat(postgres.database("named")).isEqualTo(first);
        assertThat(query(first, "SELECT to_regclass('guest')::text")).isEqualTo("guest");
    }

    @Test
    void aNameThatIsNoPlainNameIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> postgres.database("a; DROP DATABASE postgres"));
    }

    @Test
    void stoppingCutsConnectionsAndStartingBringsDataBackOnTheSamePort() throws SQLException {
        Database database = postgres.newDatabase("restart");
        update(database, "CREATE TABLE guest AS SELECT 'ada' AS name");
        int port = postgres.port();
        try (Connection connection = connect(database)) {
            postgres.stop();
            try {
                assertThat(connection.isValid(1)).isFalse();
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(database));
            }
            finally {
                postgres.start();
            }
            postgres.start();
        }
        assertThat(query(database, "SELECT name FROM guest")).isEqualTo("ada");
        assertThat(List.of(postgres.port(), DevPostgres.shared().port())).containsOnly(port);
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void update(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

}
