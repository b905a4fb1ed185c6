package newsletter.subscription.wordings;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The number of a version. */
record Semver(int major, int minor, int patch) {

    /** How much has changed. */
    enum Rise {

        /** It says something else. */
        MAJOR,

        /** It says something more. */
        MINOR,

        /** It says the same. */
        PATCH;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Rise of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

    }

    /** The number that follows; 1.0.0 if there is none yet. */
    static String after(@Nullable String last, Rise rise) {
        return ((last != null) ? parse(last).raise(rise) : new Semver(1, 0, 0)).toString();
    }

    static Semver parse(String text) {
        String[] parts = text.split("\\.", 3);
        return new Semver(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private Semver raise(Rise rise) {
        return switch (rise) {
            case MAJOR -> new Semver(this.major + 1, 0, 0);
            case MINOR -> new Semver(this.major, this.minor + 1, 0);
            case PATCH -> new Semver(this.major, this.minor, this.patch + 1);
        };
    }

    @Override
    public String toString() {
        return this.major + "." + this.minor + "." + this.patch;
    }

}
