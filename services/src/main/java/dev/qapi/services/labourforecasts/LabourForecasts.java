package dev.qapi.services.labourforecasts;

import static dev.qapi.eservice.Caller.EMPLOYER;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Edit;
import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Filings;
import dev.qapi.eservice.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Takes employers' forecasts of demand for foreign labour, whatever is down: all that it tells, it has in its own store. */
@EService("labour-forecasts")
class LabourForecasts {

    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

    private final Filing<Forecast, Vmms.Registered> forecasts;
    private final Clock clock;

    LabourForecasts(Vmms vmms, Filings filings, Clock clock) {
        this.forecasts = filings.of(
                "labour-forecasts",
                VMMS,
                Forecast.class,
                Vmms.Registered.class,
                delivery -> vmms.file(Vmms.Form.of(delivery)));
        this.clock = clock;
    }

    @GetMapping("/own")
    @AllowedTo(EMPLOYER)
    Mono<Answer<Own>> own(Employer employer, Words words) {
        return forecasts.about(employer.subject()).map(filed -> answer(Own.of(filed, today(), words)));
    }

    @GetMapping("/{year}")
    @AllowedTo(EMPLOYER)
    Mono<Answer<Told>> forecast(@PathVariable CalendarYear year, Employer employer, Words words) {
        return told(year, employer, versions -> Told.of(year, versions, today(), words));
    }

    /** For a spreadsheet, from where it may come back. */
    @GetMapping(path = "/{year}.csv", produces = "text/csv;charset=UTF-8;header=present")
    @AllowedTo(EMPLOYER)
    Mono<Answer<String>> csv(@PathVariable CalendarYear year, Employer employer) {
        return told(year, employer, versions -> Csv.of(Told.rows(versions)));
    }

    /** The version that was seen is the one that it takes the place of; two that have seen the same are not both accepted. */
    @PutMapping("/{year}")
    @AllowedTo(EMPLOYER)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Told>> file(Edit edit, Wanted wanted, Employer employer, Words words) {
        var year = wanted.year();
        return versions(year, employer).flatMap(versions -> {
            var number = versions.after(edit.seen());
            var forecast = new Forecast(employer.taxNumber(), year.value(), number, wanted.rows());
            var attempt = edit.version(employer.taxNumber().reveal() + '/' + year.value(), number);
            return forecasts
                    .file(attempt, forecast, employer.subject())
                    .map(filed -> answer(Told.of(year, versions.with(filed), today(), words)));
        });
    }

    private <T> Mono<Answer<T>> told(CalendarYear year, Employer employer, Function<Versions, T> telling) {
        return versions(year, employer).map(versions -> answer(telling.apply(versions)));
    }

    private Mono<Versions> versions(CalendarYear year, Employer employer) {
        return forecasts.about(employer.subject()).map(filed -> Versions.of(filed, year));
    }

    private <T> Answer<T> answer(T data) {
        return Filed.answer(data, clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BAKU);
    }
}
