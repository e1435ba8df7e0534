package dev.qapi.gateway.matrix;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with many, sixteen at a time. */
final class AtOnce {

    private static final int WIDTH = 16;

    private AtOnce() {}

    static <T, R> List<R> each(List<T> things, Function<T, R> work) {
        try (var workers = Executors.newFixedThreadPool(WIDTH)) {
            var tasks = things.stream()
                    .<Callable<R>>map(thing -> () -> work.apply(thing))
                    .toList();
            return workers.invokeAll(tasks).stream().map(AtOnce::done).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R> R done(Future<R> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
