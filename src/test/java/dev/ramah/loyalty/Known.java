package dev.ramah.loyalty;

import java.util.List;

/** Data whose figures are published. */
final class Known {

    /**
     * Weeks in remission of children with leukaemia, with 6-mercaptopurine and with placebo; a minus is one who left (E. J.
     * Freireich and others, Blood 21 (1963), 699-716; as in E. A. Gehan, Biometrika 52 (1965), 203-223).
     */
    static final List<Integer> WITH_6_MP =
            List.of(6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35);

    static final List<Integer> WITH_PLACEBO =
            List.of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);

    /** The data set {@code aml} of R's survival package (R. G. Miller, Survival Analysis, 1981). */
    static final List<Integer> MAINTAINED = List.of(9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161);

    static final List<Integer> NOT_MAINTAINED = List.of(5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45);

    private Known() {}

    /** A minus is one who was not seen any longer. */
    static Course course(List<Integer> days) {
        Course course = new Course();
        days.forEach(each -> course.add(Math.abs(each), each > 0));
        return course;
    }
}
