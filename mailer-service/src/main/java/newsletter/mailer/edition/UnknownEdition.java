package newsletter.mailer.edition;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no edition with this id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownEdition extends RuntimeException {

    private static final long serialVersionUID = 1L;

}
