package dev.ramah.bot;

/** How words sound, as the rule {@link Rule#UPSET} hears it, for those who look back at a conversation. */
public final class Mood {

    private Mood() {}

    /** Whether somebody sounds upset, in any language the bot speaks. */
    public static boolean isUpset(String text) {
        return Words.UPSET.in(text) || Words.shouts(text);
    }
}
