package newsletter.audit.integrity;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong, in words for an officer; the first few, since one change has many
 * traces.
 */
final class Faults {

    private static final int MOST = 20;

    private final List<String> faults = new ArrayList<>();

    void add(String fault) {
        if (this.faults.size() < MOST) {
            this.faults.add(fault);
        }
        else if (this.faults.size() == MOST) {
            this.faults.add("There are more.");
        }
    }

    List<String> all() {
        return List.copyOf(this.faults);
    }

}
