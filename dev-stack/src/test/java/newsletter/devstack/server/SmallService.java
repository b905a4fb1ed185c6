// This is a program: it prints.
package newsletter.devstack.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

/** The least that counts as a running service; says of itself what it is told to. */
final class SmallService {

    private SmallService() {
    }

    public static void main(String[] arguments) throws IOException {
        var server = HttpServer
            .create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext("/actuator/health", (exchange) -> {
            exchange.sendResponseHeaders(Integer.parseInt(arguments[1]), -1);
            exchange.close();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("last words")));
        server.start();
    }

}
