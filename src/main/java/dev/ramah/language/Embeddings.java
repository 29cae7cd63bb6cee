package dev.ramah.language;

import dev.ramah.platform.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Meanings already computed, by the text's fingerprint: a second start computes none. */
@ApplicationScoped
class Embeddings {

    private final DataSource database;

    Embeddings(DataSource database) {
        this.database = database;
    }

    @Transactional
    Map<String, Vector> find(String model, Collection<String> texts) {
        Map<String, String> textOf = new HashMap<>();
        texts.forEach(text -> textOf.put(Digests.sha256(text), text));
        Map<String, Vector> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select hash, vector from embedding where model = ? and hash = any(?)")) {
            select.setString(1, model);
            select.setArray(2, connection.createArrayOf("text", textOf.keySet().toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(textOf.getOrDefault(rows.getString(1), ""), Vector.of(rows.getBytes(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("stored meanings can't be read", e);
        }
    }

    /** Another node may store the same meanwhile; in one order, so that the two never wait for each other in a circle. */
    @Transactional
    void keep(String model, Map<String, Vector> vectors) {
        Map<String, Vector> byHash = new TreeMap<>();
        vectors.forEach((text, vector) -> byHash.put(Digests.sha256(text), vector));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into embedding (model, hash, vector) values (?, ?, ?) on conflict do nothing")) {
            for (Map.Entry<String, Vector> each : byHash.entrySet()) {
                insert.setString(1, model);
                insert.setString(2, each.getKey());
                insert.setBytes(3, each.getValue().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("meanings can't be stored", e);
        }
    }
}
