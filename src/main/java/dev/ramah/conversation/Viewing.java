package dev.ramah.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One screen's look at one conversation. Every entry reaches the screen once and in order, whichever way it comes:
 * from the log at the beginning, as it is written here, or as it is heard of from another node. Entries have numbers
 * without gaps, so one that comes too early is known by its number; it is left out and read again with what was
 * missing before it.
 */
public final class Viewing {

    /** Where frames go; called under the viewing's lock, so in order: it must not block. */
    public interface Screen {
        void show(String frame);
    }

    private final ConversationRef conversation;
    private final View view;
    private final Screen screen;
    private final LongAdder shown;

    /** Every entry up to this number is on the screen, or not for it. */
    private int upTo;

    /** What was told before the log was read; null from then on. */
    private @Nullable List<Shown> held = new ArrayList<>();

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

    /**
     * Shows what was there before, after a first frame, then what came meanwhile; live ones follow.
     *
     * @return whether nothing is missing, as in {@link #live}
     */
    synchronized boolean begin(String first, int after, List<Entry> backlog) {
        upTo = after;
        screen.show(first);
        backlog.forEach(each -> show(Shown.of(each, view)));
        List<Shown> meanwhile = held == null ? List.of() : held;
        held = null;
        return live(meanwhile);
    }

    /**
     * Shows what comes next.
     *
     * @return whether nothing is missing; if something is, what is {@linkplain #upTo after this number} has to be told
     */
    synchronized boolean live(List<Shown> entries) {
        if (held != null) {
            held.addAll(entries);
            return true;
        }
        for (Shown each : entries) {
            if (each.seq() > upTo + 1) {
                return false;
            }
            show(each);
        }
        return true;
    }

    /** How far it is; a viewing that still reads the log misses nothing. */
    synchronized int upTo() {
        return held == null ? upTo : Integer.MAX_VALUE;
    }

    /** What is told but not stored: typing, the queue's position. Lost if the screen is not there yet. */
    synchronized void tell(String frame) {
        if (held == null) {
            screen.show(frame);
        }
    }

    private void show(Shown entry) {
        if (entry.seq() > upTo) {
            upTo = entry.seq();
            if (entry.frame() != null) {
                screen.show(entry.frame());
                shown.increment();
            }
        }
    }
}
