package dev.qapi.gateway.matrix;

import dev.qapi.mock.population.Person;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What an operation is asked about: each question is another one, or it is asked again after all was forgotten. */
sealed interface Subjects {

    /** A question that the registers have an answer to. */
    String known(Population people);

    /** A question about somebody or something that no register knows. */
    String unknown();

    /** How many known ones there are. */
    int many();

    /** @param wanted of whom registers hold something */
    record People(Predicate<Person> wanted) implements Subjects {
        @Override
        public String known(Population people) {
            return people.next(wanted).alone();
        }

        @Override
        public String unknown() {
            return Identity.nobody().alone();
        }

        @Override
        public int many() {
            return Integer.MAX_VALUE;
        }
    }

    /** Who is logged in for one of many companies. */
    record Companies() implements Subjects {
        @Override
        public String known(Population people) {
            return Identity.nobody().actingFor(people.nextCompany());
        }

        @Override
        public String unknown() {
            return Identity.nobody().actingFor(Population.noCompany());
        }

        @Override
        public int many() {
            return Integer.MAX_VALUE;
        }
    }

    /** Never the current one, of which there is another forecast every day. */
    record Years(AtomicInteger next, List<Integer> known) implements Subjects {

        private static final int LONG_AGO = 2000;

        static Years of(Integer... known) {
            return new Years(new AtomicInteger(), List.of(known));
        }

        @Override
        public String known(Population people) {
            return "?year=" + known.get(next.getAndIncrement() % known.size());
        }

        @Override
        public String unknown() {
            return "?year=" + (LONG_AGO + next.getAndIncrement() % 20);
        }

        @Override
        public int many() {
            return known.size();
        }
    }
}
