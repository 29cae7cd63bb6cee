package dev.ramah.staff;

/**
 * Something that people set on a page while the application runs. The room that uses it says what it is, as a bean;
 * {@link Settings} keeps it.
 *
 * @param <T> a record, written and read as JSON
 */
public interface Setting<T> {

    /** Its key in addresses and in the record of changes: lower case letters and hyphens. */
    String name();

    Class<T> type();

    /** What counts until somebody has set it. */
    T unset();

    /**
     * The value as it is kept.
     *
     * @throws dev.ramah.platform.Problem that says which part makes no sense, and why
     */
    default T checked(T value) {
        return value;
    }

    /** Whoever may change it, at least; all managers may see it. */
    default StaffRole setBy() {
        return StaffRole.MANAGER;
    }
}
