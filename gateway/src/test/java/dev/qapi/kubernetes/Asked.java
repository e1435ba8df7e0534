package dev.qapi.kubernetes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which registers an e-service asks, as its slice says. */
final class Asked {

    private static final Map<String, Set<Register>> BY_E_SERVICE = bySlice();

    private Asked() {}

    /** By one e-service, or by all. */
    static Set<Register> by(String role) {
        return role.equals("all") ? EnumSet.allOf(Register.class) : BY_E_SERVICE.getOrDefault(role, Set.of());
    }

    /** Those that ask any. */
    static Set<String> eservices() {
        return BY_E_SERVICE.keySet().stream().filter(it -> !by(it).isEmpty()).collect(Collectors.toSet());
    }

    /** The policies by which it is reached. */
    static Stream<String> over(Register register) {
        return register == Register.GPP ? Stream.of("to-gpp") : Stream.of("to-ehis", "to-asan-bridge");
    }

    private static Map<String, Set<Register>> bySlice() {
        var asked = new HashMap<String, Set<Register>>();
        var classes = new ClassFileImporter().importPackages("dev.qapi.services");
        for (var slice : classes) {
            if (slice.isAnnotatedWith(EService.class)) {
                var registers = EnumSet.noneOf(Register.class);
                slice.getPackage().getClasses().stream()
                        .filter(it -> it.isAnnotatedWith(RegisterClient.class))
                        .map(it -> it.getAnnotationOfType(RegisterClient.class).value())
                        .forEach(registers::add);
                asked.put(id(slice), registers);
            }
        }
        return asked;
    }

    private static String id(JavaClass slice) {
        return slice.getAnnotationOfType(EService.class).value();
    }
}
