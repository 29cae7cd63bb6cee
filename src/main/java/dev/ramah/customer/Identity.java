package dev.ramah.customer;

/**
 * The shop's word that the visitor is its customer {@code id}.
 *
 * @param exp when it stops to count, in seconds since 1970
 * @param hash HMAC-SHA256 in hex of {@code id + "." + exp} under the site's secret
 */
public record Identity(String id, long exp, String hash) {}
