package dev.ramah.journey;

import java.util.List;

/** Every page for staff, and every part of one that has an address. */
final class StaffPages {

    static final List<String> ALL = List.of(
            "/insight",
            "/loyalty",
            "/wall",
            "/my-work",
            "/practice",
            "/practice#scenarios",
            "/practice#team",
            "/follow-ups",
            "/themes",
            "/articles",
            "/articles#gaps",
            "/articles#bench",
            "/articles#risks",
            "/articles#import",
            "/replies",
            "/replies#macros",
            "/people",
            "/customers",
            "/settings",
            "/settings#webhooks",
            "/settings#hours",
            "/settings#targets",
            "/settings#relief",
            "/settings#blocking",
            "/settings#follow-up",
            "/settings#surveys",
            "/settings#goodwill",
            "/settings#digest",
            "/settings#changes");

    private StaffPages() {}
}
