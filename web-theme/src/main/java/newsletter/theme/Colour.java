package newsletter.theme;

import java.util.Locale;

/** A colour in sRGB, written {@code #rrggbb}. */
record Colour(int red, int green, int blue) {

    static final String PATTERN = "#[0-9a-fA-F]{6}";

    private static final Colour WHITE = new Colour(255, 255, 255);

    static Colour of(String hex) {
        int rgb = Integer.parseInt(hex, 1, 7, 16);
        return new Colour(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff);
    }

    /** The contrast ratio with white, as WCAG 2.2 defines it: from 1 to 21. */
    double contrastWithWhite() {
        return 1.05 / (luminance() + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    Colour darker(double share) {
        return mixedWith(new Colour(0, 0, 0), share);
    }

    Colour lighter(double share) {
        return mixedWith(WHITE, share);
    }

    private Colour mixedWith(Colour other, double share) {
        return new Colour(mix(this.red, other.red, share), mix(this.green, other.green, share),
                mix(this.blue, other.blue, share));
    }

    private static int mix(int ours, int theirs, double share) {
        return Math.toIntExact(Math.round(ours + (theirs - ours) * share));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", this.red, this.green, this.blue);
    }

}
