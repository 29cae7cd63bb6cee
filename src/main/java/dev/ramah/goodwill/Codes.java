package dev.ramah.goodwill;

import java.security.SecureRandom;

/** Codes that people read out and type, and nobody guesses. */
final class Codes {

    /** Without signs that look like others: no 0 and O, no 1, I and L. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** Forty bits. */
    private static final int LENGTH = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    static String next(String begin) {
        StringBuilder code = new StringBuilder(begin).append('-');
        RANDOM.ints(LENGTH, 0, SIGNS.length()).forEach(each -> code.append(SIGNS.charAt(each)));
        return code.toString();
    }
}
