package newsletter.devstack.postgres;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import newsletter.devstack.engine.RestartableContainer;
import newsletter.devstack.engine.Server;

/** The official image. */
final class PostgresContainerServer implements Server {

    private final RestartableContainer container;

    PostgresContainerServer(int port) {
        container = new RestartableContainer(
                new PostgreSQLContainer(DockerImageName.parse("postgres:18")).withUsername("postgres")
                    .withPassword("postgres")
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300"),
                5432, port);
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

}
