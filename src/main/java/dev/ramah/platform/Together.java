package dev.ramah.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Puts the questions of many callers to the database as one: whoever asks while an answer is being fetched is asked
 * for together with all others who do. A single caller waits for nobody; two thousand who come back in one second
 * cost some dozens of statements instead of thousands.
 */
public final class Together<Q, A> {

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final ConcurrentLinkedQueue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean fetching = new AtomicBoolean();
    private final ExecutorService thread;
    private final int most;
    private final Function<List<Q>, List<A>> fetch;

    /**
     * Questions that are answered on a thread of their own.
     *
     * @param most how many go into one fetch
     * @param fetch answers all of them, in their order
     */
    public Together(String name, int most, Function<List<Q>, List<A>> fetch) {
        this.most = most;
        this.fetch = fetch;
        this.thread = Executors.newSingleThreadExecutor(Threads.named(name));
    }

    /** Completes on the thread of this name, so that what follows must be short; fails as the fetch failed. */
    public CompletableFuture<A> ask(Q question) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        waiting.add(new Asked<>(question, answer));
        if (fetching.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
        return answer;
    }

    private void run() {
        List<Asked<Q, A>> batch = new ArrayList<>();
        do {
            // Before the queue is emptied: whoever comes later starts the next run.
            fetching.set(false);
            for (Asked<Q, A> each = waiting.poll(); each != null; each = waiting.poll()) {
                batch.add(each);
                if (batch.size() == most) {
                    answer(batch);
                }
            }
            answer(batch);
        } while (!waiting.isEmpty() && fetching.compareAndSet(false, true));
    }

    private void answer(List<Asked<Q, A>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<A> answers = fetch.apply(batch.stream().map(Asked::question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error fault) {
            batch.forEach(each -> each.answer().completeExceptionally(fault));
        } finally {
            batch.clear();
        }
    }
}
