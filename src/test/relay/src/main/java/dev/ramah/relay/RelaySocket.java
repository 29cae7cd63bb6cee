package dev.ramah.relay;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes every frame on to all who are in its room, the sender too, whose copy is the acknowledgement. A {@code hello}
 * enters a room and is answered by {@code welcome}. Stores nothing, checks nothing, forgets who leaves: the floor under
 * what a server of the same kind can reach.
 */
@WebSocket(path = "/relay")
public class RelaySocket {

    private static final String ROOM = "\"conversation\":\"";

    private final Map<String, Set<WebSocketConnection>> rooms = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> roomsOf = new ConcurrentHashMap<>();

    @OnTextMessage
    Uni<Void> received(String frame, WebSocketConnection connection) {
        int start = frame.indexOf(ROOM) + ROOM.length();
        String room = frame.substring(start, frame.indexOf('"', start));
        if (frame.startsWith("{\"type\":\"hello\"")) {
            rooms.computeIfAbsent(room, none -> ConcurrentHashMap.newKeySet()).add(connection);
            roomsOf.computeIfAbsent(connection.id(), none -> ConcurrentHashMap.newKeySet()).add(room);
            send("{\"type\":\"welcome\",\"conversation\":\"" + room + "\"}", connection);
        } else {
            rooms.getOrDefault(room, Set.of()).forEach(each -> send(frame, each));
        }
        return Uni.createFrom().voidItem();
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        Set<String> left = roomsOf.remove(connection.id());
        if (left != null) {
            left.forEach(room -> rooms.computeIfPresent(room, (name, all) -> {
                all.remove(connection);
                return all.isEmpty() ? null : all;
            }));
        }
    }

    private static void send(String frame, WebSocketConnection to) {
        to.sendText(frame).subscribe().with(sent -> {}, gone -> {});
    }
}
