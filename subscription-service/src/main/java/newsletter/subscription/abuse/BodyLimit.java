package newsletter.subscription.abuse;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 to a form above {@value #BYTES} bytes, whether its length was announced or
 * not, and 415 to what is no form: nobody here would read it, so nobody would notice how
 * long it is.
 */
@Component
@Order(1)
class BodyLimit extends OncePerRequestFilter {

    /** The same as in application.yaml, where it is Tomcat's for what it parses. */
    static final int BYTES = 64 * 1024;

    private static final Set<String> FORMS = Set.of(MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            MediaType.MULTIPART_FORM_DATA_VALUE);

    /** Where staff bring files. It is longer only where a setting says so. */
    private static final String UPLOAD = "/staff/import";

    private final long upload;

    BodyLimit(MultipartProperties multipart) {
        this.upload = Math.max(BYTES, multipart.getMaxRequestSize().toBytes());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int refusal = refusal(request);
        if (refusal != 0) {
            response.sendError(refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private int refusal(HttpServletRequest request) {
        if (request.getContentLengthLong() > (request.getServletPath().equals(UPLOAD) ? this.upload : BYTES)) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (hasBody(request) && !isForm(request.getContentType())) {
            return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
        }
        try {
            // Makes Tomcat read the form here, where the answer is ours, and before
            // anybody decides anything.
            request.getParameterMap();
            return 0;
        }
        catch (InvalidParameterException ex) {
            return ex.getErrorCode();
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && FORMS.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

}
