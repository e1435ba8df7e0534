package dev.qapi.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** Calls that work on the machine of whoever wrote them. */
final class CodeRules {

    private static final Set<String> WAITING = Set.of("toFuture", "toStream", "toIterable");
    private static final Set<String> CASE = Set.of("toUpperCase", "toLowerCase");
    /** The simulated government is a program of its own, and starts its own clock. */
    private static final String SIMULATION = "dev.qapi.mock.MockEgov";

    private CodeRules() {}

    static Stream<ArchRule> all() {
        return Stream.of(
                nobody("takes upper and lower case from the machine's language", CodeRules::isCase),
                nobody("asks another clock than the injected one", CodeRules::isClock),
                nobody("blocks for what will come", CodeRules::isWaiting),
                nobody(
                        "sleeps",
                        call -> isOf(Thread.class, call) && call.getName().equals("sleep")),
                noFields()
                        .should()
                        .beAnnotatedWith(Autowired.class)
                        .orShould()
                        .beAnnotatedWith(Value.class)
                        .as("nobody is injected behind a constructor's back"));
    }

    private static ArchRule nobody(String does, Predicate<JavaAccess<?>> call) {
        return noClasses().should().accessTargetWhere(describe(does, call)).as("nobody " + does);
    }

    private static boolean isCase(JavaAccess<?> call) {
        return isOf(String.class, call) && CASE.contains(call.getName()) && !isGiven(call, java.util.Locale.class);
    }

    private static boolean isClock(JavaAccess<?> call) {
        var now = call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && !isGiven(call, Clock.class);
        var system = isOf(Clock.class, call)
                && (call.getName().startsWith("system") || call.getName().startsWith("tick"));
        var millis = isOf(System.class, call) && call.getName().equals("currentTimeMillis");
        var date = isOf(Date.class, call) && call.getName().equals("<init>") && isGivenNothing(call);
        return (now || system || millis || date) && !isClockBean(call);
    }

    private static boolean isClockBean(JavaAccess<?> call) {
        return call.getOriginOwner().getName().equals(SIMULATION)
                || call.getOrigin().isAnnotatedWith(Bean.class)
                        && call.getOrigin() instanceof JavaCodeUnit unit
                        && unit.getRawReturnType().isEquivalentTo(Clock.class);
    }

    private static boolean isWaiting(JavaAccess<?> call) {
        return call.getTargetOwner().isAssignableTo(Publisher.class)
                && (call.getName().startsWith("block") || WAITING.contains(call.getName()));
    }

    private static boolean isOf(Class<?> owner, JavaAccess<?> call) {
        return call.getTargetOwner().isEquivalentTo(owner);
    }

    private static boolean isGiven(JavaAccess<?> call, Class<?> parameter) {
        return call.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }

    private static boolean isGivenNothing(JavaAccess<?> call) {
        return call.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }
}
