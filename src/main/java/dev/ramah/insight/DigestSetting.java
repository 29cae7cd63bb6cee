package dev.ramah.insight;

import dev.ramah.staff.Setting;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;

/** When the digest goes out and to whom, as managers have set it; without that none does. */
@Singleton
class DigestSetting implements Setting<DigestRule> {

    private static final int MORNING = 8;

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public Class<DigestRule> type() {
        return DigestRule.class;
    }

    @Override
    public DigestRule unset() {
        return new DigestRule(
                DigestRule.Rhythm.OFF, DayOfWeek.MONDAY, MORNING, ZoneId.of("UTC"), "en", List.of(), false);
    }

    @Override
    public DigestRule checked(DigestRule value) {
        return value.checked();
    }
}
