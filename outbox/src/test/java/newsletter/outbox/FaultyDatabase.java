package newsletter.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;

import org.springframework.jdbc.datasource.AbstractDataSource;

import newsletter.devstack.postgres.Database;

/** Connections to a real database, which do not commit while the test says so. */
class FaultyDatabase extends AbstractDataSource {

    private final Database database;

    private final Callable<Boolean> refusesToCommit;

    FaultyDatabase(Database database, Callable<Boolean> refusesToCommit) {
        this.database = database;
        this.refusesToCommit = refusesToCommit;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
                (_, method, arguments) -> {
                    if (method.getName().equals("commit") && refusesToCommit.call()) {
                        connection.abort(Runnable::run);
                        throw new SQLException("The connection was cut before the commit");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    }
                    catch (InvocationTargetException ex) {
                        throw ex.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException();
    }

}
