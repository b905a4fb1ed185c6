-- The newsletters of the City of Exford, which does not exist. Development mode only.
--
-- Safe to repeat. To change a wording, add a row with a new version: a row with an old
-- version and a new text is refused by the database, as it would be anywhere.

INSERT INTO newsletter (id, name, purpose, purpose_version, sender, sender_address, frequency, lawful_basis,
        direct_marketing, validity, language, position, published_at)
VALUES
    ('mayor', 'Email from the Mayor',
        'Decisions and plans of the Mayor and the council, and how you can have your say.',
        1, 'The Mayor of Exford', 'mayor@news.exford.example.org', 'About once a month', 'uk-gdpr:6(1)(a)',
        true, 'P24M', 'en', 1, '2026-01-05T09:00:00Z'),
    ('clean-air', 'Clean air',
        'Warnings when the air in Exford is bad, and what the city does about it.',
        1, 'Clean air in Exford', 'clean-air@news.exford.example.org', 'Every other week, and when there is a warning',
        'uk-gdpr:6(1)(a)', true, 'P24M', 'en', 2, '2026-01-05T09:00:00Z'),
    ('libraries', 'What’s on at the libraries',
        'Readings, courses, children’s hours and opening times in Exford’s six libraries.',
        1, 'Exford Libraries', 'libraries@news.exford.example.org', 'Every Thursday', 'uk-gdpr:6(1)(a)',
        true, 'P24M', 'en', 3, '2026-01-05T09:00:00Z')
ON CONFLICT (id) DO UPDATE SET name = excluded.name, purpose = excluded.purpose,
    purpose_version = excluded.purpose_version, sender = excluded.sender, sender_address = excluded.sender_address,
    frequency = excluded.frequency, lawful_basis = excluded.lawful_basis,
    direct_marketing = excluded.direct_marketing, validity = excluded.validity, language = excluded.language,
    position = excluded.position, published_at = excluded.published_at;

INSERT INTO newsletter_text (newsletter_id, language, name, purpose, frequency)
VALUES
    ('mayor', 'pl', 'Wiadomości od burmistrza',
        'Decyzje i plany burmistrza i rady miasta oraz sposoby, w jakie można zabrać głos.', 'Mniej więcej raz w miesiącu'),
    ('clean-air', 'pl', 'Czyste powietrze',
        'Ostrzeżenia o złej jakości powietrza w Exford i informacje o tym, co miasto robi, aby ją poprawić.',
        'Co dwa tygodnie oraz przy każdym ostrzeżeniu')
ON CONFLICT (newsletter_id, language) DO UPDATE SET name = excluded.name, purpose = excluded.purpose,
    frequency = excluded.frequency;

WITH seed (kind, newsletter_id, version, language, effective_from, approved_by, text) AS (VALUES
    ('CONSENT_STATEMENT', 'mayor', '1.0.0', 'en', '2026-01-05T09:00:00Z'::timestamptz, 'dpo',
        'I agree that the City of Exford uses my email address to send me “Email from the Mayor”, about decisions and plans of the Mayor and the council and how I can have my say. I can withdraw this consent at any time, with the link in any of these emails.'),
    ('CONSENT_STATEMENT', 'clean-air', '1.0.0', 'en', '2026-01-05T09:00:00Z', 'dpo',
        'I agree that the City of Exford uses my email address to send me “Clean air”, which warns me when the air in Exford is bad and tells me what the city does about it. I can withdraw this consent at any time, with the link in any of these emails.'),
    ('CONSENT_STATEMENT', 'libraries', '1.0.0', 'en', '2026-01-05T09:00:00Z', 'dpo',
        'I agree that the City of Exford uses my email address to send me “What’s on at the libraries”, about readings, courses, children’s hours and opening times in Exford’s six libraries. I can withdraw this consent at any time, with the link in any of these emails.'),
    ('CONSENT_STATEMENT', 'mayor', '1.0.0', 'pl', '2026-01-05T09:00:00Z', 'dpo',
        'Wyrażam zgodę na to, aby miasto Exford (City of Exford) używało mojego adresu e-mail do wysyłania mi biuletynu „Wiadomości od burmistrza”: o decyzjach i planach burmistrza i rady miasta oraz o tym, jak mogę zabrać głos. Zgodę mogę wycofać w każdej chwili, korzystając z linku w każdej z tych wiadomości.'),
    ('CONSENT_STATEMENT', 'clean-air', '1.0.0', 'pl', '2026-01-05T09:00:00Z', 'dpo',
        'Wyrażam zgodę na to, aby miasto Exford (City of Exford) używało mojego adresu e-mail do wysyłania mi biuletynu „Czyste powietrze”, który ostrzega o złej jakości powietrza w Exford i informuje, co miasto robi, aby ją poprawić. Zgodę mogę wycofać w każdej chwili, korzystając z linku w każdej z tych wiadomości.'),
    ('CONFIRMATION_MAIL', NULL, '1.0.0', 'en', '2026-01-05T09:00:00Z', 'dpo',
        'Somebody, we hope you, typed this email address into the sign-up form of the City of Exford and asked for the newsletters named in this email.

We send you none of them unless you confirm. To confirm, open the link in this email and press the button on the page that it shows. The link is valid for 7 days.

If this was not you, do nothing. You will get no newsletter, and nobody learns whether this address is yours.'),
    ('CONFIRMATION_MAIL', NULL, '1.1.0', 'en', '2026-11-22T09:00:00Z', 'dpo',
        'Somebody, we hope you, typed this email address into the sign-up form of the City of Exford and asked for the newsletters named in this email.

We send you none of them unless you confirm. To confirm, open the link in this email and press the button on the page that it shows. The link is valid for 7 days.

If this was not you, you need not do anything. You will get no newsletter, and nobody learns whether this address is yours. If you do not want to be asked again, open the link and press “This wasn’t me”.'),
    ('RENEWAL_MAIL', NULL, '1.0.0', 'en', '2026-01-05T09:00:00Z', 'dpo',
        'You agreed to get the newsletters named in this email from the City of Exford. We may send you a newsletter only for as long as your agreement holds, and only for what you agreed to. For each newsletter this email says when your agreement ends, or how the newsletter has changed.

If you still want them, open the link in this email and press the button on the page that it shows. Your agreement then begins anew, and we send you a receipt for it.

If you do not want them any more, you need not do anything. What ends by itself ends then, and we send you nothing after that. We count only that button as your answer, not whether you open or read our emails.'),
    ('PERMISSION_MAIL', NULL, '1.0.0', 'en', '2026-01-05T09:00:00Z', 'dpo',
        'The City of Exford has this email address from an older list of people who wanted the newsletters named in this email. We cannot show that you agreed, so we send you none of them. We ask you this once.

If you would like them, open the link in this email and press the button on the page that it shows. The link is valid for 7 days.

If you would not, you need not do anything. You will get no newsletter and no second email like this one, and after 7 days we delete your address from our sign-up records. If you want to be sure, open the link and press “This wasn’t me”.'),
    ('PRIVACY_NOTICE', NULL, '1.0.0', 'en', '2026-01-05T09:00:00Z', 'dpo',
        'This notice tells you what the City of Exford does with your data when you sign up for one of its newsletters. It is the notice we are held to: when you consent, we store which version of it you were shown, and every version stays readable.

## The short version

- What you give us is used only for the purpose you gave it for.
- Choosing a newsletter is your consent to that newsletter, and to nothing else.
- We add you to no other list unless you ask us to.
- We pass your details to no third party.
- You can stop at any time, with the link in any email.

## Who is responsible

The controller is the City of Exford, City Hall, 1 Bridge Street, Exford. You reach us at [help@exford.example.org](mailto:help@exford.example.org).

## Our data protection officer

You reach our data protection officer at [data-protection@exford.example.org](mailto:data-protection@exford.example.org), or by post at City Hall, marked “Data protection officer”.

## What data we use

- Your email address, and the language of the page on which you typed it.
- A record of your consent: which newsletters you chose, the exact words you were shown, when you asked, when you confirmed and when you stopped.
- Whether each email we sent you was accepted or refused by your mail provider.

We do not ask for your name. Our emails contain no tracking pixels and no links that count clicks, and these pages set no cookies.

## What we use it for, and why we may

We use your email address to send you the newsletters you chose, and to send you the letters that go with them: one that asks you to confirm, and one that is your receipt. The purpose of each newsletter stands beside its box on the sign-up form.

Our legal basis is your consent, Article 6(1)(a) of the UK GDPR. We keep the record of your consent because we must be able to show that you gave it, Article 7(1).

## Who receives your data

Nobody but us and those who work for us under contract and on our instructions: the company that runs our servers and the company that runs our mail relay. They may not use your data for anything else. We do not sell your data and do not pass it on to third parties.

## Transfers to other countries

Your data stays in the United Kingdom. Your own mail provider may be elsewhere; that is your choice, not ours.

## How long we keep it

- A sign-up that is not confirmed can no longer be confirmed after 7 days.
- A consent lasts 24 months unless you renew it. Then it ends and we stop sending.
- When you withdraw, we stop at once: no email leaves us more than a minute later.
- The record of your consent is kept for 6 years after it ends, so that we can answer for it. It names you by a random number, not by your address.

## Your rights

You have the right

- to see the data we hold on you and to have a copy of it,
- to have it corrected,
- to have it erased,
- to have its use restricted,
- to take it with you in a format that machines can read,
- to object to its use.

Write to us or to our data protection officer. It costs nothing, and we answer within a month.

## Withdrawing your consent

You can withdraw your consent at any time. Use the button of your mail program, the link in any newsletter, or write to us. You need no password and give no reason. It does not make what we sent before unlawful.

## Complaining

If you think that we do not treat your data properly, tell us or our data protection officer. You can also complain to the supervisory authority for data protection, whether or not you have asked us first.

## Whether you have to give us your data

No. Nothing the city does for you depends on it. Without an email address we cannot send you newsletters by email, but all of them can be read on this site.

## Automated decisions

We make no automated decisions about you and build no profile of you.

## Changes to this notice

When this notice changes, the new version appears here with its date. The version you were shown when you consented stays at its own address, which is in your receipt.'),
    ('CONFIRMATION_MAIL', NULL, '1.1.0', 'pl', '2026-01-05T09:00:00Z', 'dpo',
        'Ktoś – mamy nadzieję, że Ty – wpisał ten adres e-mail w formularzu zapisu miasta Exford i poprosił o biuletyny wymienione w tej wiadomości.

Bez Twojego potwierdzenia nie wyślemy żadnego z nich. Aby potwierdzić, otwórz link z tej wiadomości i naciśnij przycisk na stronie, która się pokaże. Link jest ważny przez 7 dni.

Jeśli to nie Ty, nie musisz nic robić. Nie dostaniesz żadnego biuletynu i nikt się nie dowie, czy ten adres należy do Ciebie. Jeśli nie chcesz więcej takich pytań, otwórz link i naciśnij „To nie ja”.'),
    ('RENEWAL_MAIL', NULL, '1.0.0', 'pl', '2026-01-05T09:00:00Z', 'dpo',
        'Obowiązuje Twoja zgoda na to, aby miasto Exford (City of Exford) wysyłało Ci biuletyny wymienione w tej wiadomości. Wolno nam je wysyłać tylko tak długo, jak obowiązuje zgoda, i tylko w takim zakresie, jaki obejmuje. Przy każdym biuletynie podajemy, kiedy zgoda się kończy albo jak biuletyn się zmienił.

Jeśli nadal chcesz je otrzymywać, otwórz link z tej wiadomości i naciśnij przycisk na stronie, która się pokaże. Zgoda zacznie się wtedy od nowa, a my wyślemy Ci jej poświadczenie.

Jeśli już ich nie chcesz, nie musisz nic robić. To, co kończy się samo, wtedy się skończy i potem niczego już nie wyślemy. Za odpowiedź uznajemy tylko ten przycisk, a nie to, czy otwierasz lub czytasz nasze wiadomości.'),
    ('PERMISSION_MAIL', NULL, '1.0.0', 'pl', '2026-01-05T09:00:00Z', 'dpo',
        'Miasto Exford (City of Exford) ma ten adres e-mail ze starszej listy osób, które chciały otrzymywać biuletyny wymienione w tej wiadomości. Nie możemy wykazać, że jest na to zgoda, więc nie wysyłamy żadnego z nich. Pytamy o to jeden raz.

Jeśli chcesz je otrzymywać, otwórz link z tej wiadomości i naciśnij przycisk na stronie, która się pokaże. Link jest ważny przez 7 dni.

Jeśli nie chcesz, nie musisz nic robić. Nie dostaniesz żadnego biuletynu ani drugiej takiej wiadomości, a po 7 dniach usuniemy Twój adres z zapisów. Jeśli chcesz mieć pewność, otwórz link i naciśnij „To nie ja”.'),
    ('PRIVACY_NOTICE', NULL, '1.0.0', 'pl', '2026-01-05T09:00:00Z', 'dpo',
        'Ta informacja mówi, co miasto Exford (City of Exford) robi z Twoimi danymi, kiedy zapisujesz się na któryś z jego biuletynów. Ona nas wiąże: kiedy wyrażasz zgodę, zapisujemy, którą jej wersję Ci pokazano, a każda wersja pozostaje dostępna do przeczytania.

## W skrócie

- Tego, co nam podajesz, używamy tylko w celu, w jakim nam to podajesz.
- Wybór biuletynu oznacza zgodę na ten biuletyn i na nic więcej.
- Nie dopiszemy Cię do żadnej innej listy, chyba że nas o to poprosisz.
- Nie przekazujemy Twoich danych osobom trzecim.
- Możesz zrezygnować w każdej chwili, korzystając z linku w każdej wiadomości.

## Kto odpowiada za dane

Administratorem danych jest City of Exford, City Hall, 1 Bridge Street, Exford. Możesz do nas napisać na adres [help@exford.example.org](mailto:help@exford.example.org).

## Nasz inspektor ochrony danych

Z naszym inspektorem ochrony danych skontaktujesz się pod adresem [data-protection@exford.example.org](mailto:data-protection@exford.example.org) albo listownie: City Hall, z dopiskiem „Data protection officer”.

## Jakich danych używamy

- Twojego adresu e-mail i języka strony, na której został wpisany.
- Zapisu Twojej zgody: które biuletyny zostały wybrane, dokładnie jakie słowa Ci pokazano, kiedy wpłynęła prośba, kiedy nastąpiło potwierdzenie i kiedy rezygnacja.
- Informacji, czy Twój dostawca poczty przyjął czy odrzucił każdą wiadomość, którą wysłaliśmy.

Nie pytamy o imię ani nazwisko. W naszych wiadomościach nie ma pikseli śledzących ani linków liczących kliknięcia, a te strony nie zapisują plików cookie.

## Do czego ich używamy i dlaczego nam wolno

Używamy Twojego adresu e-mail, aby wysyłać Ci wybrane przez Ciebie biuletyny oraz związane z nimi listy: jeden z prośbą o potwierdzenie i jeden, który jest Twoim poświadczeniem zgody. Cel każdego biuletynu jest podany przy jego polu w formularzu zapisu.

Podstawą prawną jest Twoja zgoda, art. 6 ust. 1 lit. a brytyjskiego RODO (UK GDPR). Zapis zgody przechowujemy, ponieważ musimy umieć wykazać, że została wyrażona (art. 7 ust. 1).

## Kto otrzymuje Twoje dane

Nikt poza nami i tymi, którzy pracują dla nas na podstawie umowy i według naszych poleceń: firmą, która prowadzi nasze serwery, i firmą, która prowadzi nasz serwer poczty. Nie wolno im używać Twoich danych do niczego innego. Nie sprzedajemy Twoich danych i nie przekazujemy ich osobom trzecim.

## Przekazywanie danych do innych krajów

Twoje dane pozostają w Zjednoczonym Królestwie. Twój dostawca poczty może być gdzie indziej; to Twój wybór, nie nasz.

## Jak długo przechowujemy dane

- Zapisu, którego nie potwierdzono, po 7 dniach nie można już potwierdzić.
- Zgoda obowiązuje 24 miesiące, chyba że ją odnowisz. Potem wygasa i przestajemy wysyłać.
- Kiedy wycofasz zgodę, przestajemy od razu: żadna wiadomość nie wyjdzie od nas później niż po minucie.
- Zapis Twojej zgody przechowujemy przez 6 lat po jej zakończeniu, aby móc się z niej rozliczyć. Oznacza on Ciebie losowym numerem, a nie adresem.

## Twoje prawa

Masz prawo

- zobaczyć dane, które o Tobie mamy, i otrzymać ich kopię,
- żądać ich poprawienia,
- żądać ich usunięcia,
- żądać ograniczenia ich używania,
- zabrać je ze sobą w formacie, który odczyta komputer,
- sprzeciwić się ich używaniu.

Napisz do nas albo do naszego inspektora ochrony danych. To nic nie kosztuje, a odpowiemy w ciągu miesiąca.

## Wycofanie zgody

Zgodę możesz wycofać w każdej chwili: przyciskiem w programie pocztowym, linkiem w każdym biuletynie albo pisząc do nas. Nie potrzebujesz hasła i nie podajesz powodu. To, co wysłaliśmy wcześniej, pozostaje zgodne z prawem.

## Skarga

Jeśli uważasz, że niewłaściwie postępujemy z Twoimi danymi, powiedz o tym nam albo naszemu inspektorowi ochrony danych. Możesz też złożyć skargę do organu nadzorczego do spraw ochrony danych, także bez wcześniejszego pisania do nas.

## Czy musisz podać nam swoje dane

Nie. Nic, co miasto dla Ciebie robi, od tego nie zależy. Bez adresu e-mail nie możemy wysyłać Ci biuletynów pocztą elektroniczną, ale wszystkie można przeczytać na tej stronie.

## Decyzje automatyczne

Nie podejmujemy wobec Ciebie decyzji w sposób automatyczny i nie tworzymy Twojego profilu.

## Zmiany tej informacji

Kiedy ta informacja się zmieni, nowa wersja pojawi się tutaj wraz z datą. Wersja, którą pokazano Ci przy wyrażaniu zgody, pozostaje pod własnym adresem, który jest w Twoim poświadczeniu.')
)
INSERT INTO wording (sha256, kind, newsletter_id, version, language, text, effective_from, approved_by)
SELECT encode(sha256(convert_to(text, 'UTF8')), 'hex'), kind, newsletter_id, version, language, text, effective_from,
    approved_by
FROM seed
ON CONFLICT (sha256) DO NOTHING;
