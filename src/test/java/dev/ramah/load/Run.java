package dev.ramah.load;

import java.util.Locale;

/** What came of one schedule. The first second is left out of times and rates: it is the way up to the rate. */
record Run(int rate, int sent, Book book) {

    private int first() {
        return Math.min(rate, sent / 4);
    }

    Latencies delivered() {
        return book.delivered(first(), sent);
    }

    double deliveredPerSecond() {
        return book.rate(first(), sent);
    }

    /** Whether the whole schedule was sent, arrived, and arrived at about the rate at which it was sent. */
    boolean keptUp() {
        return sent == book.messages() && book.deliveries() == sent && deliveredPerSecond() > 0.97 * rate;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "delivered %.0f/s %s | acknowledged %s | sent %d lost %d refused %d doubled %d reordered %d",
                deliveredPerSecond(),
                delivered(),
                book.acknowledged(first(), sent),
                sent,
                book.lost(sent),
                book.refused(),
                book.doubled(),
                book.reordered());
    }
}
