package dev.ramah.desk;

import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Happened;
import dev.ramah.desk.Brief.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what customers said that an agent would otherwise ask for: order numbers, addresses, telephone numbers. */
final class Facts {

    /** A number behind a word for an order, in English or Indonesian, or behind a hash. */
    private static final Pattern ORDER = Pattern.compile("(?i)(?:\\b(?:orders?|pesanan|invoice|nota)\\b"
            + "(?:[^\\w\\n]+(?:no|nr|number|nomor|id|saya|is|was|adalah))*[^\\w\\n]*|#)(\\d{3,10})\\b");

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d#+])(?:\\+\\d[\\d ()-]{7,18}\\d|0\\d[\\d -]{7,13}\\d)(?!\\d)");

    private Facts() {}

    /** What was said beyond what is known, each with the entry it was first said in; orders of theirs are verified. */
    static List<Fact> in(List<Entry> said, List<Fact> known, Set<String> theirOrders) {
        List<Fact> found = new ArrayList<>();
        for (Entry entry : said) {
            String text = entry.what() instanceof Happened.Said words ? words.text() : "";
            ORDER.matcher(text).results().map(each -> each.group(1)).forEach(order -> {
                String source = theirOrders.contains(order) ? "verified" : "said";
                add(found, known, new Fact("order", order, entry.seq(), source));
            });
            EMAIL.matcher(text)
                    .results()
                    .forEach(each -> add(found, known, new Fact("email", each.group(), entry.seq(), "said")));
            PHONE.matcher(text)
                    .results()
                    .forEach(each -> add(found, known, new Fact("phone", each.group(), entry.seq(), "said")));
        }
        return found;
    }

    private static void add(List<Fact> found, List<Fact> known, Fact fact) {
        boolean there = Stream.concat(known.stream(), found.stream())
                .anyMatch(
                        each -> each.kind().equals(fact.kind()) && each.value().equalsIgnoreCase(fact.value()));
        if (!there) {
            found.add(fact);
        }
    }
}
