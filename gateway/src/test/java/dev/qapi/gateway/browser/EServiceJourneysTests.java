package dev.qapi.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every e-service from the start page to its answer, by its links, typed as a person types, in every language. Each in one language in
 * each run, as the seed has it that a failure tells ({@code -Djourneys.seed=…}); {@code -Djourneys=whole} in all three.
 */
@ExtendWith(SharedSandbox.class)
class EServiceJourneysTests {

    private static final boolean WHOLE = System.getProperty("journeys", "").equals("whole");
    private static final long SEED = Long.getLong("journeys.seed", System.nanoTime() % 1_000_000);
    private static final List<String> LANGUAGES = List.of("az", "ru", "en");
    private static final Map<String, String> TODAY = Map.of("az", "bu gün", "ru", "сегодня", "en", "today");
    private static final String NOBODY = "";
    private static final String CITIZEN = "acquired-foreign-citizenship";
    private static final String EMPLOYER = "company-owner";
    private static final List<String> KEMAL = List.of(
            "document.type=PASSPORT",
            "document.number=U31207845",
            "birthDate.day=14",
            "birthDate.month=5",
            "birthDate.year=1985",
            "citizenship=TUR");

    private static Chromium chromium;
    private static final Map<String, Page> visitors = new HashMap<>();

    /**
     * @param typed names of inputs and what is typed into or chosen in each
     * @param read what a person looks for in the answer, by language
     */
    private record Journey(String login, String address, List<String> typed, Map<String, String> read) {

        Journey types(String... inputs) {
            return new Journey(
                    login,
                    address,
                    Stream.concat(typed.stream(), Stream.of(inputs)).toList(),
                    read);
        }

        Journey types(List<String> inputs) {
            return types(inputs.toArray(String[]::new));
        }

        Journey reads(String az, String ru, String en) {
            return new Journey(login, address, typed, Map.of("az", az, "ru", ru, "en", en));
        }
    }

    private static Journey journey(String login, String address) {
        return new Journey(login, address, List.of(), Map.of());
    }

    private static List<Journey> all() {
        return List.of(
                journey(NOBODY, "/applications")
                        .types("document.type=PASSPORT", "document.number=C01234567", "birthDate.day=12")
                        .types("birthDate.month=4", "birthDate.year=1990", "citizenship=TUR")
                        .reads(
                                "Müraciətinizə baxılır",
                                "Ваше заявление рассматривается",
                                "Your application is being examined"),
                journey(NOBODY, "/stay-registrations")
                        .types(KEMAL)
                        .reads(
                                "Olduğunuz yer üzrə qeydiyyatdasınız",
                                "Вы зарегистрированы по месту пребывания",
                                "You are registered at your place of stay"),
                journey(NOBODY, "/payments")
                        .types("_way=1", "paymentNumber=8262 8810 4467")
                        .reads("Ödəniş etməlisiniz", "Нужно оплатить", "You have something to pay"),
                journey(NOBODY, "/restrictions")
                        .types("document.type=PASSPORT", "document.number=T9044718", "birthDate.day=8")
                        .types("birthDate.month=3", "birthDate.year=1992", "citizenship=AUT")
                        .reads(
                                "Hazırda ölkəyə gəlişinizə və ölkədən gedişinizə məhdudiyyət yoxdur",
                                "Сейчас ограничений на въезд и выезд у вас нет",
                                "At this moment there is no restriction on your entry or exit"),
                journey(NOBODY, "/deadlines")
                        .types("citizenship=TUR", "entryDate.day=20", "entryDate.month=11", "entryDate.year=2026")
                        .reads(
                                "Nə və nə vaxtadək edilməlidir",
                                "Что и до какого дня нужно сделать",
                                "What has to be done, and by when"),
                journey(NOBODY, "/letters")
                        .types("name=Kemal Yıldız")
                        .types(KEMAL)
                        .types("topic=REGISTRATION", "answerIn=EN", "text=14.05.1985?")
                        .reads("Qəbul edilib", "Принято", "Accepted and kept safely"),
                journey(NOBODY, "/stay-extensions")
                        .types("document.type=PASSPORT", "document.number=U44019562", "birthDate.day=25")
                        .types("birthDate.month=9", "birthDate.year=1982", "citizenship=TUR", "days=30")
                        .types("speed=THREE_DAYS", "ground=FAMILY")
                        .reads("Qəbul edilib", "Принято", "Accepted and kept safely"),
                journey(NOBODY, "/quota").reads(" yer qalıb", "осталось мест", "are left for"),
                journey(NOBODY, "/open-data")
                        .reads("«<10» kimi göstərilir", "показаны как «<10»", "are shown as “<10”"),
                journey(NOBODY, "/catalogue")
                        .reads("Müraciətlərin izlənməsi", "Отслеживание заявлений", "Application tracking"),
                journey(NOBODY, "/status").reads("İşləyir", "Работает", "Working"),
                journey(CITIZEN, "/citizenship-notices")
                        .types("citizenship=TUR", "acquired.day=4", "acquired.month=11", "acquired.year=2026")
                        .types("residence=IN_COUNTRY")
                        .reads("Qəbul edilib", "Принято", "Accepted and kept safely"),
                journey(CITIZEN, "/own-data/fields")
                        .reads(
                                "Reyestrlərdə haqqınızda nə saxlanılır",
                                "Что о вас хранится в реестрах",
                                "What the registers hold on you"),
                journey(CITIZEN, "/notices/own")
                        .reads("Burada məktub göndərilmir", "Здесь письма не отправляются", "No e-mail is sent here"),
                journey(CITIZEN, "/events/own")
                        .reads("Hadisələr 30 gün saxlanır", "События хранятся 30 дней", "Events are kept for 30 days"),
                journey(CITIZEN, "/evidence")
                        .types("purpose=CITIZENSHIP_NOTICE", "consent=true")
                        .reads("Ad və sənədlər", "Имя и документы", "Name and documents"),
                journey(EMPLOYER, "/quota/report")
                        .reads("əcnəbini işə götürə bilərsiniz", "принять ещё иностранцев", "You may still hire"),
                journey(EMPLOYER, "/labour-forecasts/2027")
                        .types("rows.0.activity=C", "rows.0.occupation=7522", "rows.0.number=8")
                        .types("rows.0.from.day=1", "rows.0.from.month=1", "rows.0.from.year=2027")
                        .types("rows.0.until.day=31", "rows.0.until.month=12", "rows.0.until.year=2027")
                        .types("rows.0.reason=2027")
                        .reads("Bu andan sayılır", "Считается поданным", "Counts from"));
    }

    @BeforeAll
    static void open(Chromium shared) {
        chromium = shared;
    }

    @AfterAll
    static void close() {
        visitors.values().forEach(page -> page.context().close());
    }

    private record Way(Journey journey, String language) {

        @Override
        public String toString() {
            return journey.address() + " " + language + ", -Djourneys.seed=" + SEED;
        }
    }

    static List<Way> ways() {
        var ways = new ArrayList<Way>();
        for (var journey : all()) {
            var one = (int) ((SEED + ways.size()) % LANGUAGES.size());
            (WHOLE ? LANGUAGES : List.of(LANGUAGES.get(one))).forEach(language -> ways.add(new Way(journey, language)));
        }
        return ways;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void leads_to_an_answer_in_the_readers_language(Way way) {
        var journey = way.journey();
        var language = way.language();
        var page = visitors.computeIfAbsent(journey.login(), EServiceJourneysTests::visitor);
        start(page, journey, language);
        isIn(page, language, journey);
        fillIn(page, journey);
        isAnswered(page, journey, language);
        var other = LANGUAGES.get((LANGUAGES.indexOf(language) + 1) % LANGUAGES.size());
        page.locator(".languages [lang=" + other + "]").click();
        isAnswered(page, journey, other);
        assertThat(page.url()).contains(journey.address()).doesNotContain("U31207845", "C01234567", "1990");
        assertThat(chromium.complaints).isEmpty();
    }

    private static Page visitor(String login) {
        var page = chromium.visit(Chromium.PHONE);
        if (!login.equals(NOBODY)) {
            page.navigate("/account");
            page.locator("button[value=" + login + "]").click();
        }
        if (login.equals(EMPLOYER)) {
            page.locator("input[name=company]").nth(2).check();
            page.locator("form[action='/account/company'] button").click();
        }
        return page;
    }

    /** By links alone; whoever is logged in begins at their own page. */
    private static void start(Page page, Journey journey, String language) {
        page.navigate("/?lang=" + language);
        if (page.locator(link(journey.address())).count() == 0) {
            page.locator(".account a").click();
            if (page.locator(link(journey.address())).count() == 0) {
                page.locator(".offers a[href$='/own'][href^='/"
                                + journey.address().split("/")[1] + "']")
                        .click();
            }
        }
        page.locator(link(journey.address())).first().click();
    }

    private static String link(String address) {
        return "main a[href='" + address + "']";
    }

    private static void fillIn(Page page, Journey journey) {
        if (journey.typed().isEmpty()) {
            return;
        }
        for (var typed : journey.typed()) {
            var at = typed.indexOf('=');
            type(page, typed.substring(0, at), typed.substring(at + 1));
        }
        if (journey.login().equals(EMPLOYER)) {
            page.locator(".inquiry .send").click();
            page.locator("section[data-version]").first().waitFor();
        } else {
            Place.send(page);
        }
    }

    private static void type(Page page, String name, String value) {
        var input = page.locator(".inquiry [name='" + name + "']").first();
        Place.goTo(page, input);
        var kind = String.valueOf(input.evaluate("it => it.type"));
        switch (kind) {
            case "radio", "checkbox" ->
                page.locator(".inquiry [name='" + name + "'][value='" + value + "']")
                        .check();
            case "select-one" -> input.selectOption(value);
            default -> {
                input.clear();
                input.pressSequentially(value);
            }
        }
    }

    private static void isAnswered(Page page, Journey journey, String language) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("main")).containsText(journey.read().get(language));
        isIn(page, language, journey);
        if (page.locator(".standing").count() > 0) {
            assertThat(page.locator(".standing")).containsText(TODAY.get(language));
        }
    }

    /** The page speaks that language and says nothing in another. */
    private static void isIn(Page page, String language, Journey journey) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(Words.foreign(texts(page), language)).as(journey.address()).isEmpty();
    }

    /** The texts of the page, without what is marked as being of another language. */
    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  const texts = [];
                  while (walker.nextNode()) {
                    const of = walker.currentNode.parentElement.closest('[lang]').lang;
                    const text = walker.currentNode.data.trim();
                    if (text && of === document.documentElement.lang && !walker.currentNode.parentElement.closest('textarea, option')) texts.push(text);
                  }
                  return texts;
                }""");
    }
}
