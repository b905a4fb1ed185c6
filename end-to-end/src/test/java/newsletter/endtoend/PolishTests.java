package newsletter.endtoend;

import java.net.URI;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import newsletter.devstack.mail.ReceivedMail;
import newsletter.endtoend.browser.Browser;
import newsletter.endtoend.browser.Visitor;
import newsletter.endtoend.people.Resident;
import newsletter.endtoend.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who reads Polish meets no other language on the way to a newsletter (C-12).
 */
class PolishTests {

    private static final String MAYOR = "Wiadomości od burmistrza";

    private final World world = World.running();

    private final Resident resident = new Resident(this.world, "kowalska@example.org");

    private final Visitor visitor = Browser.shared().visitor();

    @AfterEach
    void close() {
        this.visitor.close();
    }

    @Test
    void c12WhoSignsUpInPolishIsAnsweredInPolish() {
        this.visitor.visits(this.world.subscription().uri()).follows("Polski");
        this.visitor.sees("Wiadomości z ratusza pocztą elektroniczną");
        String statement = this.visitor.description(MAYOR);
        this.visitor.ticks(MAYOR).presses("Zapisz mnie").finds("Coś wymaga poprawy", "Wpisz swój adres e-mail");
        this.visitor.looks("polish-sign-up-with-errors");
        this.visitor.types("Twój adres e-mail", this.resident.address()).presses("Zapisz mnie");
        this.visitor.sees("Sprawdź swoją pocztę").looks("polish-check-your-email");
        ReceivedMail asks = this.resident.awaitLetter("Prosimy o potwierdzenie zapisu");
        assertThat(Jsoup.parse(asks.html()).text()).contains(MAYOR, statement, "Ktoś – mamy nadzieję, że Ty");
        URI link = Resident.link(asks);
        assertThat(link.getPath()).startsWith("/pl/confirm/");
        this.visitor.reads(asks.html(), "polish-mail-please-confirm").visits(link);
        this.visitor.sees("Potwierdź zapis").looks("polish-confirm").presses("Tak, zapisz mnie");
        this.visitor.sees("Zapis potwierdzony").looks("polish-confirmed");
        ReceivedMail welcome = this.resident.awaitLetter("Witamy");
        assertThat(Jsoup.parse(welcome.html()).text()).contains(MAYOR, statement);
        this.visitor.reads(welcome.html(), "polish-mail-welcome").follows("Zapisz lub wydrukuj poświadczenie");
        this.visitor.sees("Twoje poświadczenie zgody").finds(statement).looks("polish-receipt");
        this.visitor.follows("English").sees("Your receipt").finds(statement);
    }

}
