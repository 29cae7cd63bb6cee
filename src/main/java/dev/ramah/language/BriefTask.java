package dev.ramah.language;

import java.util.List;

/**
 * A conversation of which a chat model is to say where it stands.
 *
 * @param instructions what it is to do
 * @param material what was said, a line an entry, each with its number
 * @param kinds of facts that it may name
 */
public record BriefTask(String instructions, String material, List<String> kinds) {}
