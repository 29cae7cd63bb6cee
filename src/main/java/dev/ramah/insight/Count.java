package dev.ramah.insight;

/**
 * What is counted by ones. Each has the moment at which it is counted: see {@link Counting}. The number is the cell of
 * a {@link Tally}; what takes a value, as marks do, has as many cells behind it as there are values.
 */
enum Count {
    BEGAN(0),
    /** Began, by a customer whom we know again. */
    KNOWN(1),
    /** Of those, within {@link Ties#WINDOW} of the end of another one. */
    AGAIN(2),
    CONFIRMED(3),
    LEFT(4),
    GAVE_UP(5),
    HELPED(6),
    /** Ended, solved by the bot alone. */
    CONTAINED(7),
    /** Of those, by customers whom we know again. */
    CONTAINED_KNOWN(8),
    /** Of those, the ones who came back: it was not solved. */
    CONTAINED_CAME_BACK(9),
    /** Contained, by customers whom we know on one device only, and who came back there. */
    CONTAINED_UNKNOWN_CAME_BACK(17),
    /** Ended, and its customer was asked about it, in whatever way and whenever that was. */
    ASKED(10),
    /** Of those, who said anything. */
    ANSWERED(11),
    REPEATED(12),
    NOT_REPEATED(13),
    COMMENTED(14),
    THUMBS_UP(15),
    THUMBS_DOWN(16),
    /** A promise to come back. */
    PROMISED(18),
    /** The moment of one came before a word of ours. */
    PROMISED_LATE(19),
    /** A mark from 1 to 5. */
    MARK(20),
    /** A recommendation from 0 to 10. */
    NPS(30),
    /** An effort from 1 to 7. */
    EFFORT(50),
    /** A first word of a person came within the target. */
    FIRST_KEPT(70),
    /** It came later, or nobody came until later than that. */
    FIRST_MISSED(71),
    /** Ended within the target. */
    RESOLUTION_KEPT(72),
    RESOLUTION_MISSED(73),
    /** Somebody asked for a person, for the first time in an episode. */
    ESCALATED(74),
    /** Began, and one of staff said a word in it. */
    MET_A_PERSON(75),
    /** Of those, the ones in which staff asked for what was known. */
    ASKED_AGAIN(76),
    /** Of those who met a person, who said that they had to say it twice, and who said that they had not to. */
    SAID_TWICE(77),
    SAID_ONCE(78),
    /** A wait of which the customer was told how long it would be. */
    WAIT_TOLD(79),
    /** Of those, what became of them. */
    WAIT_KEPT(80),
    WAIT_BROKEN(81),
    WAIT_LEFT(82),
    /** What a low mark was for, by the number in {@link Counting}. */
    CAUSE(60);

    private final int cell;

    Count(int cell) {
        this.cell = cell;
    }

    int cell() {
        return cell;
    }

    /** Of something that takes values: the cell of this one. */
    int cell(int value) {
        return cell + value;
    }
}
