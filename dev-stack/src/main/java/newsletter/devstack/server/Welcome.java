package newsletter.devstack.server;

/** What is where, and who signs in with what. */
final class Welcome {

    private Welcome() {
    }

    static String text(DevPorts ports) {
        return """

                City Newsletter runs. Ctrl-C stops it; data stays in .dev/ until script/server --fresh.

                  Public site   http://localhost:8080   anyone
                  Staff desk    http://localhost:8081   editor / exford-editor writes, approver / exford-approver releases
                  Audit desk    http://localhost:8082   dpo / exford-dpo
                  Staff area    http://localhost:8080/staff   newsletters and wordings: editor writes, dpo approves
                  all of them                           admin / exford-admin
                  Mailbox       http://localhost:%-6d every mail ends here

                  PostgreSQL    localhost:%-6d        databases subscription, mailer, audit; user and password alike
                  Kafka         localhost:%d
                  SMTP, IMAP    localhost:%d, %d   any address, any password
                """
            .formatted(ports.inbox(), ports.postgres(), ports.kafka(), ports.smtp(), ports.imap());
    }

}
