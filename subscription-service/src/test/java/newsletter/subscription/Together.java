package newsletter.subscription;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Several who do something at the same moment. */
public final class Together {

    private Together() {
    }

    /** The same action, so many times. */
    public static <T> List<T> at(int count, Callable<T> action) throws Exception {
        return all(Collections.nCopies(count, action));
    }

    /** The action once for each of these. */
    public static <A, T> List<T> each(List<A> arguments, Function<A, T> action) throws Exception {
        return all(arguments.stream().map((argument) -> (Callable<T>) () -> action.apply(argument)).toList());
    }

    private static <T> List<T> all(List<Callable<T>> actions) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(actions.size())) {
            List<Future<T>> futures = actions.stream().map((action) -> threads.submit(() -> {
                start.await();
                return action.call();
            })).toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

}
