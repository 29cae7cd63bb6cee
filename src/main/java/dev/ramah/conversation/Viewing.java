package dev.ramah.conversation;

import dev.ramah.platform.OpenSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One screen's look at one conversation. Every entry reaches the screen once and in order, whichever way it comes:
 * from the log, a page at a time, or as it is written here, or as it is heard of from another node. Entries have
 * numbers without gaps, so one that comes too early is known by its number; it is left out and read from the log, with
 * what was missing before it. Nothing is kept meanwhile: what the log has can be read when there is room for it.
 */
public final class Viewing {

    /** Where frames go. */
    public interface Screen {

        /** Called under the viewing's lock, so in order: it must not block. */
        void show(String frame);

        /** Runs this as soon as there is room for much more: now, unless the reader is slow; never, if they are gone. */
        default void whenThereIsRoom(Runnable next) {
            next.run();
        }

        static Screen at(OpenSocket socket) {
            return new Screen() {
                @Override
                public void show(String frame) {
                    socket.send(frame);
                }

                @Override
                public void whenThereIsRoom(Runnable next) {
                    socket.whenThereIsRoom(next);
                }
            };
        }
    }

    private final ConversationRef conversation;
    private final View view;
    private final Screen screen;
    private final LongAdder shown;

    /** Every entry up to this number is on the screen, or not for it. Read without the lock, by whoever holds others. */
    private volatile int upTo;

    /** The newest entry that it was told of, shown or not. */
    private int heard;

    /** Whether the first frame is on the screen. */
    private boolean begun;

    /** Whether it shows nothing any more. */
    private boolean ended;

    /** Whether it waits for a page of the log, so that what is told is not the next. */
    private boolean reads = true;

    private volatile @Nullable State state;

    /** @param shown counts the entries that went to the screen */
    Viewing(ConversationRef conversation, View view, Screen screen, LongAdder shown) {
        this.conversation = conversation;
        this.view = view;
        this.screen = screen;
        this.shown = shown;
    }

    public ConversationRef conversation() {
        return conversation;
    }

    View view() {
        return view;
    }

    /** An entry encoded for a view, once for all its screens; without a frame if it is not for them. */
    record Shown(int seq, @Nullable String frame) {

        static Shown of(Entry entry, View view) {
            return new Shown(
                    entry.seq(),
                    view.shows(entry) ? EntryJson.frame(entry, view).toString() : null);
        }
    }

    /** As {@link #page}, after a first frame. */
    synchronized boolean begin(String first, int after, List<Entry> page, boolean whole) {
        if (ended) {
            return true;
        }
        upTo = after;
        begun = true;
        screen.show(first);
        return page(page, whole);
    }

    /**
     * Shows what the log has next.
     *
     * @param whole whether the log had no more than that
     * @return whether live ones follow; if not, what is {@linkplain #upTo after this number} has to be read
     */
    synchronized boolean page(List<Entry> page, boolean whole) {
        page.forEach(each -> show(Shown.of(each, view)));
        reads = !whole || upTo < heard;
        return !reads;
    }

    /**
     * Shows what comes next, unless it waits for a page.
     *
     * @return false if it has to wait for one from now on: something is missing
     */
    synchronized boolean live(List<Shown> entries) {
        boolean read = reads;
        for (Shown each : entries) {
            heard = Math.max(heard, each.seq());
            reads |= each.seq() > upTo + 1;
            if (!reads) {
                show(each);
            }
        }
        return read || !reads;
    }

    /** Nothing is shown from now on: on the same screen the next one may begin, and what comes late is not its. */
    synchronized void end() {
        ended = true;
    }

    /** Runs this when the screen has room for a page. */
    void whenThereIsRoom(Runnable next) {
        screen.whenThereIsRoom(next);
    }

    /** How far it is. */
    int upTo() {
        return upTo;
    }

    /** What is told but not stored: typing, the queue's position. Lost if the screen is not there yet. */
    synchronized void tell(String frame) {
        if (begun && !ended) {
            screen.show(frame);
        }
    }

    /** Where the conversation stands by now; kept for staff, who may do more or less by it. */
    synchronized void knows(State now) {
        State before = state;
        if (view == View.STAFF && (before == null || before.last() <= now.last())) {
            state = now;
        }
    }

    /** What is known here of where the conversation stands. */
    Optional<State> state() {
        return Optional.ofNullable(state);
    }

    private void show(Shown entry) {
        if (entry.seq() > upTo && !ended) {
            upTo = entry.seq();
            if (entry.frame() != null) {
                screen.show(entry.frame());
                shown.increment();
            }
        }
    }
}
