package newsletter.subscription.settings;

import java.util.Map;

import newsletter.subscription.settings.Settings.Words;

/** Settings that an officer could agree to. */
final class SomeSettings {

    private SomeSettings() {
    }

    static Settings of(String purpose) {
        return of(purpose, false, "");
    }

    static Settings of(String purpose, boolean forChildren, String dpia) {
        return new Settings(new Words("Parks", purpose, "Monthly"), "Exford Parks", "parks@news.exford.example.org",
                "uk-gdpr:6(1)(a)", true, "P24M", "As long as somebody takes it", forChildren, dpia, 50,
                Map.of("pl", new Words("Parki", "O parkach", "Co miesiąc")));
    }

}
