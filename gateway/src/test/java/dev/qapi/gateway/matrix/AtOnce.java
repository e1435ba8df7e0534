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
    private static final int FEW = 4;

    private AtOnce() {}

    static <T, R> List<R> each(List<T> things, Function<T, R> work) {
        return each(things, WIDTH, work);
    }

    /** Only a few at a time: each of them makes much work. */
    static <T, R> List<R> few(List<T> things, Function<T, R> work) {
        return each(things, FEW, work);
    }

    private static <T, R> List<R> each(List<T> things, int width, Function<T, R> work) {
        try (var workers = Executors.newFixedThreadPool(width)) {
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
