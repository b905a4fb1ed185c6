package newsletter.subscription.receipt;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.receipt.ConsentRecord.Party;
import newsletter.theme.CityProperties;

/** Who has to do with the data, each with all that ISO/IEC TS 27560 asks of a party. */
@Component
class Parties {

    private final SiteProperties site;

    private final CityProperties city;

    private final ReceiptProperties properties;

    Parties(SiteProperties site, CityProperties city, ReceiptProperties properties) {
        this.site = site;
        this.city = city;
        this.properties = properties;
    }

    Party controller() {
        return party(this.site.site().toString(), this.city.name(), "controller", "public-authority");
    }

    List<Party> processors(String language) {
        List<String> names = this.properties.texts(language).processors();
        return IntStream.range(0, names.size())
            .mapToObj((at) -> party("processor-" + (at + 1), names.get(at), "processor", "organisation"))
            .toList();
    }

    Party authority(String language) {
        return party("authority", this.properties.texts(language).authority(), "authority", "public-authority");
    }

    /** All of them are reached through the city, which answers for them. */
    private Party party(String id, String name, String role, String type) {
        return new Party(id, name, role, type, this.city.contact().postalAddress(), this.city.contact().dpoEmail());
    }

    String rights() {
        return this.site.address("/your-data");
    }

    String wording(String sha256) {
        return this.site.address("/wordings/" + sha256);
    }

    /** In months and days as the city's calendar counts them. */
    String duration(Instant from, Instant until) {
        return Period.between(from.atZone(this.site.zone()).toLocalDate(), until.atZone(this.site.zone()).toLocalDate())
            .toString();
    }

}
