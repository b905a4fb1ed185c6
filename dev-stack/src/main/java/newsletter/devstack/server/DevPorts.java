package newsletter.devstack.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import newsletter.devstack.engine.Ports;

/** The ports the servers listen on, all on 127.0.0.1. */
record DevPorts(int postgres, int kafka, int smtp, int imap, int inbox) {

    static final DevPorts STANDARD = new DevPorts(15432, 19092, 13025, 13143, 8025);

    /**
     * Refuses if a port is taken, and says which, for what, and how to find out by whom.
     */
    void checkFree(Iterable<Service> services) {
        var needed = new LinkedHashMap<Integer, String>();
        services.forEach((service) -> {
            needed.put(service.port(), service.title());
            needed.put(service.managementPort(), service.title() + " (health)");
        });
        needed.putAll(Map.of(inbox, "mailbox (web)", postgres, "PostgreSQL", kafka, "Kafka", smtp, "mailbox (SMTP)",
                imap, "mailbox (IMAP)"));
        needed.keySet().removeIf(Ports::isFree);
        if (!needed.isEmpty()) {
            throw new Refusal(refusal(needed));
        }
    }

    static String refusal(SequencedMap<Integer, String> taken) {
        String lines = taken.entrySet()
            .stream()
            .map((entry) -> "Port %d is taken, and is needed for: %s.".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n"));
        int first = taken.firstEntry().getKey();
        return lines
                + "\nWho has it: ss -ltnp 'sport = :%d'  or  lsof -nP -iTCP:%d -sTCP:LISTEN".formatted(first, first);
    }

}
