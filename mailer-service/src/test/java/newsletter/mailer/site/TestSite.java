package newsletter.mailer.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import newsletter.personaldata.DevelopmentKeysets;
import newsletter.personaldata.KeysetFile;
import newsletter.personaldata.Seal;
import newsletter.personaldata.SignedLinks;
import newsletter.signin.DevelopmentMode;

/** A public site in English and Polish, with keys of its own. */
public final class TestSite {

    private TestSite() {
    }

    public static PublicSite at(String address, Path keys) {
        DevelopmentKeysets.write(keys);
        var links = new SignedLinks(new Seal(KeysetFile.read(keys.resolve("links.json"), true)));
        return new PublicSite(new SiteProperties(address, null, List.of(Locale.UK, Locale.of("pl", "PL"))), links,
                new DevelopmentMode(false));
    }

}
