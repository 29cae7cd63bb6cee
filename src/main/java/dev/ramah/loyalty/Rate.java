package dev.ramah.loyalty;

import dev.ramah.feedback.Wilson;

/**
 * How many bought again within so many days, of those who were followed for as long. Shares are 0 to 1.
 *
 * @param low end of the interval, Wilson's
 */
public record Rate(int bought, int of, double share, double low, double high) {

    /**
     * Of a group.
     *
     * @param of at least 1
     * @param reach of the interval, in standard errors
     */
    static Rate of(int bought, int of, double reach) {
        Wilson interval = Wilson.of(bought, of, reach);
        return new Rate(bought, of, (double) bought / of, interval.low(), interval.high());
    }
}
