// This is a program: it prints.
package newsletter.devstack.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

/** The least that counts as a running service. */
final class HealthyService {

    private HealthyService() {
    }

    public static void main(String[] arguments) throws IOException {
        var server = HttpServer
            .create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext("/actuator/health", (exchange) -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("last words")));
        server.start();
    }

}
