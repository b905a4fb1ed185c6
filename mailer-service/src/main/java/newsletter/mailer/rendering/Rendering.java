package newsletter.mailer.rendering;

import java.util.List;

import newsletter.mailer.manuscript.Finding;

/**
 * An edition as it would go out.
 *
 * @param html the sanitised body without any layout, for the public site
 * @param text the same as plain text
 * @param findings what is wrong with it
 */
public record Rendering(CompiledMail mail, String html, String text, List<Finding> findings) {

    public boolean isSendable() {
        return this.findings.stream().noneMatch(Finding::isError);
    }

}
