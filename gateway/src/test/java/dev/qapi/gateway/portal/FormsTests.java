package dev.qapi.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.gateway.language.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.StaticMessageSource;

class FormsTests {

    private final Form form = form(Language.EN);

    static Form form(Language language) {
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        var inquiry = new Offers().of("applications").inquiry().orElseThrow();
        return new Forms(new Countries(messages)).of(inquiry, language);
    }

    @Test
    void asks_what_the_contract_asks_in_its_order() {
        assertThat(form.fields())
                .extracting(Field::name)
                .containsExactly("document.type", "document.number", "birthDate", "citizenship", "applicationNumber");
        assertThat(form.fields())
                .extracting(Field::kind)
                .containsExactly(Kind.CHOICE, Kind.TEXT, Kind.DATE, Kind.COUNTRY, Kind.TEXT);
        assertThat(form.fields()).extracting(Field::required).containsExactly(true, true, true, true, false);
    }

    @ParameterizedTest
    @EnumSource
    void has_the_words_of_every_language(Language language) {
        assertThat(form(language).fields()).allSatisfy(field -> {
            assertThat(field.label()).isNotBlank();
            assertThat(field.choices()).allMatch(choice -> !choice.label().isBlank());
        });
    }

    @Test
    void a_form_becomes_the_body_that_the_contract_describes() {
        var typed = Typed.of(
                form,
                Map.of(
                        "document.type", "PASSPORT",
                        "document.number", " C01234567 ",
                        "birthDate.day", "12",
                        "birthDate.month", "4",
                        "birthDate.year", "1990",
                        "citizenship", "TUR",
                        "stranger", "x")::get);
        assertThat(typed.body(form))
                .isEqualTo(Map.of(
                        "document", Map.of("type", "PASSPORT", "number", "C01234567"),
                        "birthDate", "1990-04-12",
                        "citizenship", "TUR"));
    }

    @Test
    void an_empty_form_still_names_what_must_be_nested() {
        assertThat(Typed.of(form, _ -> "").body(form)).isEqualTo(Map.of("document", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"'','',1990,1990", "'',4,1990,1990-04", "7,4,1990,1990-04-07", "7,'',1990,1990--07", "'','','',''"})
    void a_date_may_be_as_incomplete_as_the_document(String day, String month, String year, String date) {
        var typed = Typed.of(form, Map.of("birthDate.day", day, "birthDate.month", month, "birthDate.year", year)::get);
        assertThat(PartialDate.join(typed, "birthDate")).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"/document/number,document.number", "/document,document.type", "/birthDate,birthDate"})
    void a_pointer_leads_to_its_field(String pointer, String field) {
        assertThat(form.at(pointer)).map(Field::name).contains(field);
    }

    @Test
    void citizenships_are_named_and_sorted_in_the_readers_language() {
        var russian = form(Language.RU).fields().get(3);
        assertThat(russian.choices()).contains(new Choice("TUR", "Турция")).hasSizeGreaterThan(240);
        assertThat(russian.choices()).extracting(Choice::value).endsWith("XXA", "XXB", "XXC");
        assertThat(russian.likely()).extracting(Choice::value).contains("TUR", "IRN", "RUS", "GEO", "KAZ");
    }

    @Test
    void what_was_typed_is_not_printed() {
        assertThat(Typed.of(form, _ -> "C01234567").toString()).doesNotContain("C01234567");
    }
}
