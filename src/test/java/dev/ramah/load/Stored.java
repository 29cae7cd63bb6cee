package dev.ramah.load;

import dev.ramah.platform.Installation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database has of one run, against what was heard of it. */
record Stored(int deliveredNotStored, int acknowledgedNotStored, int storedTwice, int storedNotDelivered) {

    static Stored of(Run run, Installation installation) throws IOException, SQLException {
        Book book = run.book();
        int[] seq = new int[run.sent()];
        int twice = 0;
        try (Connection database = installation.database();
                PreparedStatement query =
                        database.prepareStatement("select client_id, seq from entry where client_id like ?")) {
            database.setAutoCommit(false);
            query.setFetchSize(10_000);
            query.setString(1, book.mark() + "%");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    int message = Integer.parseInt(
                            rows.getString(1).substring(book.mark().length()));
                    twice += seq[message] == 0 ? 0 : 1;
                    seq[message] = rows.getInt(2);
                }
            }
        }
        int deliveredNotStored = 0;
        int acknowledgedNotStored = 0;
        int storedNotDelivered = 0;
        for (int i = 0; i < seq.length; i++) {
            deliveredNotStored += book.wasDelivered(i) && book.seq(i) != seq[i] ? 1 : 0;
            acknowledgedNotStored += book.wasAcknowledged(i) && seq[i] == 0 ? 1 : 0;
            storedNotDelivered += seq[i] != 0 && !book.wasDelivered(i) ? 1 : 0;
        }
        return new Stored(deliveredNotStored, acknowledgedNotStored, twice, storedNotDelivered);
    }

    Stored plus(Stored other) {
        return new Stored(
                deliveredNotStored + other.deliveredNotStored,
                acknowledgedNotStored + other.acknowledgedNotStored,
                storedTwice + other.storedTwice,
                storedNotDelivered + other.storedNotDelivered);
    }
}
