package dev.ramah.conversation;

import java.util.List;
import java.util.UUID;

/** What everybody who opens the chat is told, whoever they are. */
public interface Board {

    /**
     * One thing that is told.
     *
     * @param id by which a customer's browser knows that they have read it
     * @param kind {@code notice} for what is going on now, {@code done} for what came of complaints
     * @param language of the text, which may be another than the one that was asked for
     */
    record News(UUID id, String kind, String language, String text) {}

    /** What is told now, as far as possible in this language. */
    List<News> now(String language);
}
