package newsletter.subscription.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

import newsletter.subscription.imports.ImportFile.Unusable;

/**
 * What is sent with a file.
 *
 * @param source where the addresses are from
 */
record ImportForm(@Nullable String source, @Nullable MultipartFile file) {

    static final ImportForm EMPTY = new ImportForm("", null);

    private static final int LONGEST = 200;

    String from() {
        return (this.source != null) ? this.source.replaceAll("\\p{Cc}+", " ").strip() : "";
    }

    /** The lines of the file; none if there is an error. */
    List<FileLine> lines(Errors errors) throws IOException {
        if (from().isEmpty() || from().length() > LONGEST || from().contains("@")) {
            errors.rejectValue("source", "staff.imports.error.source");
        }
        if (this.file == null || this.file.isEmpty()) {
            errors.rejectValue("file", "staff.imports.error.no-file");
            return List.of();
        }
        try (InputStream content = this.file.getInputStream()) {
            return ImportFile.read(content);
        }
        catch (Unusable ex) {
            errors.rejectValue("file", "staff.imports.error." + ex.key());
            return List.of();
        }
    }

}
