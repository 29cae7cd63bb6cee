package dev.ramah.staff;

import jakarta.inject.Singleton;

/** When people are at work, as managers have set it. */
@Singleton
class HoursSetting implements Setting<BusinessHours> {

    private final BusinessHours unset;

    HoursSetting(HoursConfig config) {
        this.unset = new BusinessHours(OpeningHours.parse(config.hours(), config.zone()), java.util.Map.of());
    }

    @Override
    public String name() {
        return "hours";
    }

    @Override
    public Class<BusinessHours> type() {
        return BusinessHours.class;
    }

    @Override
    public BusinessHours unset() {
        return unset;
    }

    @Override
    public BusinessHours checked(BusinessHours value) {
        return value.checked();
    }
}
