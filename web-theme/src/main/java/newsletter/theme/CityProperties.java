package newsletter.theme;

import java.time.ZoneId;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose newsletters these are. The defaults are those of a city that does not exist.
 *
 * @param name the name of the city, as its residents write it
 * @param logo path of a square logo on our own host, drawn on the primary colour
 * @param primaryColour {@code #rrggbb} of header, buttons and links; white must be
 * readable on it
 * @param accentColour {@code #rrggbb} of lines and markers, never of text
 * @param zone in which its clocks run: days are counted and times shown by them
 * @param contact how to reach the city
 */
@Validated
@ConfigurationProperties("city")
public record CityProperties(@DefaultValue("City of Exford") @NotBlank String name,
        @DefaultValue("/theme/exford.svg") @Pattern(regexp = "/(?!/)[^\\s]*",
                message = "must be a path on this host, such as /theme/exford.svg") String logo,
        @DefaultValue("#17494d") @Pattern(regexp = Colour.PATTERN,
                message = "must be written #rrggbb") String primaryColour,
        @DefaultValue("#e2725b") @Pattern(regexp = Colour.PATTERN,
                message = "must be written #rrggbb") String accentColour,
        @DefaultValue("Europe/London") ZoneId zone, @DefaultValue @Valid Contact contact) {

    /**
     * Text on the header and on buttons is white, and links on white have this colour.
     */
    @AssertTrue(message = "city.primary-colour must have a contrast of at least 4.5 to 1 with white, "
            + "or the header, buttons and links cannot be read: choose a darker colour")
    boolean isPrimaryColourReadable() {
        // What is no colour at all has been refused by its own rule.
        return !this.primaryColour.matches(Colour.PATTERN) || Colour.of(this.primaryColour).contrastWithWhite() >= 4.5;
    }

    /**
     * How to reach the city.
     *
     * @param postalAddress lines separated by line breaks or by commas
     * @param email where residents get help
     * @param dpoEmail the data-protection officer
     */
    public record Contact(@DefaultValue("City Hall, 1 Bridge Street, Exford") @NotBlank String postalAddress,
            @DefaultValue("help@exford.example.org") @NotBlank @Email String email,
            @DefaultValue("data-protection@exford.example.org") @NotBlank @Email String dpoEmail) {
    }

}
