package newsletter.endtoend.world;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who works at city hall, as the services are told of them. */
public final class Staff {

    public static final String EDITOR = "editor";

    public static final String APPROVER = "approver";

    public static final String OFFICER = "dpo";

    public static final String SECOND_OFFICER = "second-dpo";

    /** May write and release, but not the same edition. */
    public static final String BOTH = "both";

    private static final Map<String, String> ROLES = new TreeMap<>(Map.of(EDITOR, "EDITOR", APPROVER, "APPROVER",
            OFFICER, "DPO", SECOND_OFFICER, "DPO", BOTH, "EDITOR,APPROVER"));

    /** Cheap to check: these passwords are no secret. */
    private static final BCryptPasswordEncoder HASHES = new BCryptPasswordEncoder(4);

    private Staff() {
    }

    /** The well-known one. */
    public static String password(String name) {
        return "exford-" + name;
    }

    /** Where test mails go. */
    public static String address(String name) {
        return name + "@exford.example.org";
    }

    static Map<String, String> withDemoPasswords() {
        return withPasswords(Staff::password);
    }

    /** As environment variables. */
    public static Map<String, String> withPasswords(UnaryOperator<String> password) {
        var environment = new HashMap<String, String>();
        int number = 0;
        for (var user : ROLES.entrySet()) {
            String name = user.getKey();
            String prefix = "SIGNIN_USERS_" + number++ + "_";
            environment.put(prefix + "NAME", name);
            environment.put(prefix + "PASSWORDHASH", "{bcrypt}" + HASHES.encode(password.apply(name)));
            environment.put(prefix + "ROLES", user.getValue());
            environment.put("MAILER_DELIVERY_STAFFADDRESSES_" + name.replace("-", "").toUpperCase(Locale.ROOT),
                    address(name));
        }
        return environment;
    }

}
