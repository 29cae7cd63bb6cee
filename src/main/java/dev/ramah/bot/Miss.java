package dev.ramah.bot;

import dev.ramah.conversation.ConversationRef;
import dev.ramah.conversation.Entry;
import dev.ramah.conversation.Exchange;
import dev.ramah.conversation.Happened;
import dev.ramah.conversation.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question that the articles did not answer well.
 *
 * @param seq of the entry that says so
 * @param customer who asked
 * @param csat the mark of the episode, 0 without
 * @param answers what people said to the customer afterwards
 */
record Miss(
        ConversationRef conversation,
        int seq,
        UUID customer,
        String language,
        String question,
        Reason reason,
        Instant at,
        int csat,
        List<String> answers) {

    // From this mark on downwards a customer is not satisfied.
    private static final int UNHAPPY = 2;

    // What is surer than this was no guess; below it one answer in three is wrong.
    private static final double SURE = 0.65;

    // Shorter ones ("Hi, this is Bima") tell nobody else anything.
    private static final int TELLING = 40;

    /** Rules that ask for a person because the articles say nothing to this very question. */
    private static final Set<String> UNANSWERED = Set.of(Rule.NOTHING_FOUND.name(), Rule.EQUALLY_LIKELY.name());

    /** Rules that do so because what they said did not help. */
    private static final Set<String> DID_NOT_HELP =
            Set.of(Rule.DID_NOT_HELP.name(), Rule.ASKED_TWICE.name(), Rule.THUMBS_DOWN.name());

    enum Reason {
        NOT_ANSWERED,
        DID_NOT_HELP,
        UNSURE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isUnhappy() {
        return csat > 0 && csat <= UNHAPPY;
    }

    /** Each question once, for what was worst about it. */
    static List<Miss> of(Exchange exchange) {
        Reading reading = new Reading(exchange);
        exchange.entries().forEach(reading::read);
        return reading.misses;
    }

    /** Goes through an episode and knows what the last question was, and which one was answered last. */
    private static final class Reading {

        private final Exchange exchange;
        private final List<Miss> misses = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final List<String> open = new ArrayList<>();
        private String last = "";
        private String answered = "";

        Reading(Exchange exchange) {
            this.exchange = exchange;
        }

        void read(Entry entry) {
            if (entry.what() instanceof Happened.Said said) {
                if (entry.isBy(Role.CUSTOMER)) {
                    open.add(said.text());
                } else {
                    said(entry, said);
                }
            } else if (entry.what() instanceof Happened.Escalated escalated) {
                escalated(entry, escalated.reason());
            } else if (entry.what() instanceof Happened.Thumbed thumbed && !thumbed.up()) {
                miss(entry, answered, Reason.DID_NOT_HELP);
            }
        }

        private void said(Entry entry, Happened.Said said) {
            takeOpen();
            if (!entry.isBy(Role.BOT)) {
                return;
            }
            boolean answers = !said.citations().isEmpty();
            boolean unsure =
                    !said.choices().isEmpty() || (answers && said.confidence() != null && said.confidence() < SURE);
            if (unsure) {
                miss(entry, last, Reason.UNSURE);
            }
            answered = answers ? last : answered;
        }

        private void escalated(Entry entry, String reason) {
            takeOpen();
            if (UNANSWERED.contains(reason)) {
                miss(entry, last, Reason.NOT_ANSWERED);
            } else if (DID_NOT_HELP.contains(reason)) {
                miss(entry, answered, Reason.DID_NOT_HELP);
            }
        }

        private void takeOpen() {
            if (!open.isEmpty()) {
                last = open.stream()
                        .filter(each -> !each.isBlank() && !Words.GREETING.isAllOf(each))
                        .collect(Collectors.joining("\n"));
                open.clear();
            }
        }

        /** What came to nothing in the end says more than that the bot was unsure of it. */
        private void miss(Entry entry, String question, Reason reason) {
            if (question.isBlank()) {
                return;
            }
            if (!seen.add(Words.plain(question))) {
                misses.removeIf(each ->
                        each.reason() == Reason.UNSURE && each.question().equals(question));
                if (misses.stream().anyMatch(each -> each.question().equals(question))) {
                    return;
                }
            }
            misses.add(new Miss(
                    exchange.conversation(),
                    entry.seq(),
                    exchange.customer(),
                    exchange.language(),
                    question,
                    reason,
                    entry.at(),
                    exchange.csat(),
                    answersAfter(entry.seq())));
        }

        private List<String> answersAfter(int seq) {
            return exchange.entries().stream()
                    .filter(each -> each.seq() > seq && each.isBy(Role.AGENT))
                    .flatMap(each ->
                            each.what() instanceof Happened.Said said ? Stream.of(said.text()) : Stream.<String>empty())
                    .filter(each -> each.length() >= TELLING)
                    .toList();
        }
    }
}
