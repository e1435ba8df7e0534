package dev.qapi.law;

import dev.qapi.contract.Node;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The state's working days: the Azerbaijani calendar with its weekends, holidays and moved days. */
public final class WorkingDays {

    private final String version;
    private final LocalDate announcedFrom;
    private final LocalDate announcedUntil;
    private final ClosedDays closed;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private WorkingDays(Node file) {
        this.version = file.get("version").text();
        this.announcedFrom = LocalDate.parse(file.get("announced").get("from").text());
        this.announcedUntil = LocalDate.parse(file.get("announced").get("until").text());
        this.closed = ClosedDays.of(file);
    }

    /** The calendar in force: {@code law/working-days.yaml}. */
    public static WorkingDays read() {
        return read(new ClassPathResource("law/working-days.yaml"));
    }

    static WorkingDays read(Resource file) {
        return new WorkingDays(Node.read(file));
    }

    /** Which edition of the calendar this is. */
    public String version() {
        return version;
    }

    /** The last day of which it is known for certain whether the offices are open. */
    public LocalDate announcedUntil() {
        return announcedUntil;
    }

    /** Whether the movable holidays around the day are proclaimed; what is reckoned with any other day is provisional. */
    public boolean isAnnounced(LocalDate day) {
        return !day.isBefore(announcedFrom) && !day.isAfter(announcedUntil);
    }

    /** Whether the offices work on that day. */
    public boolean isOpen(LocalDate day) {
        return !closed.isWeekend(day)
                && !years.computeIfAbsent(day.getYear(), closed::in).contains(day);
    }

    /** The day itself if the offices are open, else the next on which they are. */
    public LocalDate onOrAfter(LocalDate day) {
        return open(day, it -> it.plusDays(1));
    }

    /** The last day of a term of so many working days; the day on which it begins does not count. */
    public LocalDate after(LocalDate day, int workingDays) {
        return count(day, workingDays, it -> it.plusDays(1));
    }

    /** The last day on which something can be done so many working days before that day. */
    public LocalDate before(LocalDate day, int workingDays) {
        return count(day, workingDays, it -> it.minusDays(1));
    }

    /** How many working days are left from that day on, which does not count, up to and with the other; 0 if it is past. */
    public int between(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? (int) from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(this::isOpen)
                        .count()
                : 0;
    }

    private LocalDate count(LocalDate day, int workingDays, UnaryOperator<LocalDate> step) {
        var counted = day;
        for (var i = 0; i < workingDays; i++) {
            counted = open(step.apply(counted), step);
        }
        return counted;
    }

    private LocalDate open(LocalDate day, UnaryOperator<LocalDate> step) {
        var open = day;
        while (!isOpen(open)) {
            open = step.apply(open);
        }
        return open;
    }
}
