// This is a program: it prints.
package newsletter.devstack.engine;

/** Another process that needs ports. */
final class PortUser {

    private PortUser() {
    }

    public static void main(String[] arguments) {
        for (int port = 0; port < 20; port++) {
            System.out.println(Ports.free());
        }
    }

}
