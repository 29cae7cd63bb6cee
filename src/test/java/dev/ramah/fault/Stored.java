package dev.ramah.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as the database has it. */
record Stored(String conversation, int seq, String kind, String sender, @Nullable String clientId, String text) {

    /** Whether this side's screens show it. */
    boolean isShown(boolean toStaff) {
        return toStaff || !kind.equals("noted");
    }

    /** The whole log of these conversations. */
    static List<Stored> in(Connection database, Set<String> conversations) throws SQLException {
        List<Stored> log = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(
                """
                select e.conversation::text, e.seq, e.kind, coalesce(e.author::text, e.role), e.client_id,
                       coalesce(w.text, '')
                  from entry e left join words w using (conversation, seq)
                 where e.conversation = any (?)
                 order by e.conversation, e.seq""")) {
            query.setArray(
                    1,
                    database.createArrayOf(
                            "uuid", conversations.stream().map(UUID::fromString).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    log.add(new Stored(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
        }
        return log;
    }
}
