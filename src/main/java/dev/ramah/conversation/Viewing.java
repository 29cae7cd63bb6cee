package dev.ramah.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One screen's look at one conversation. Every entry reaches the screen once and in order, whether it comes
 * from the log at the beginning or as it is written: what is written while the log is still being read is
 * held back until that is done.
 */
public final class Viewing {

    /** Where frames go; called under the viewing's lock, so in order: it must not block. */
    public interface Screen {
        void show(String frame);
    }

    private final ConversationRef conversation;
    private final View view;
    private final Screen screen;
    /** The number of the newest entry that the screen has. */
    private int shown;

    private @Nullable List<Shown> held = new ArrayList<>();

    Viewing(ConversationRef conversation, View view, Screen screen) {
        this.conversation = conversation;
        this.view = view;
        this.screen = screen;
    }

    public ConversationRef conversation() {
        return conversation;
    }

    View view() {
        return view;
    }

    /** An encoded entry with its number; encoded once for all screens of a view. */
    record Shown(int seq, String frame) {}

    /** Shows what was there before, after a first frame, then what came meanwhile; live ones follow. */
    synchronized void begin(String first, int after, List<Entry> backlog) {
        shown = after;
        screen.show(first);
        backlog.stream()
                .filter(view::shows)
                .forEach(each ->
                        show(new Shown(each.seq(), EntryJson.frame(each, view).toString())));
        List<Shown> meanwhile = held == null ? List.of() : held;
        held = null;
        meanwhile.forEach(this::show);
    }

    synchronized void live(Shown entry) {
        if (held != null) {
            held.add(entry);
        } else {
            show(entry);
        }
    }

    /** What is told but not stored: typing, the queue's position. Lost if the screen is not there yet. */
    synchronized void tell(String frame) {
        if (held == null) {
            screen.show(frame);
        }
    }

    private void show(Shown entry) {
        if (entry.seq() > shown) {
            shown = entry.seq();
            screen.show(entry.frame());
        }
    }
}
