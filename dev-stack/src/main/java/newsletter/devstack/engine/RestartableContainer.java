package newsletter.devstack.engine;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import org.testcontainers.containers.GenericContainer;

/**
 * A container on fixed ports, because a restart would deal new ones. Stopping keeps the
 * container, and so its data.
 */
public final class RestartableContainer implements Server {

    private final GenericContainer<?> container;

    /**
     * @param container not yet started
     * @param ports port inside, port outside, and so on in pairs
     */
    public RestartableContainer(GenericContainer<?> container, int... ports) {
        this.container = container;
        var bindings = new PortBinding[ports.length / 2];
        for (int i = 0; i < bindings.length; i++) {
            bindings[i] = new PortBinding(Binding.bindIpAndPort("127.0.0.1", ports[2 * i + 1]),
                    new ExposedPort(ports[2 * i]));
        }
        container.withCreateContainerCmdModifier((command) -> {
            HostConfig host = command.getHostConfig();
            if (host != null) {
                host.withPortBindings(bindings);
            }
        });
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
            return;
        }
        try {
            container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        }
        catch (NotModifiedException ex) {
            // It is up already.
        }
    }

    /** In a shell inside. */
    public void run(String command) {
        try {
            container.execInContainer("sh", "-c", command);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    @Override
    public void stop() {
        try {
            container.getDockerClient().stopContainerCmd(container.getContainerId()).withTimeout(20).exec();
        }
        catch (NotModifiedException ex) {
            // It is down already.
        }
    }

}
