package dev.ramah.staff;

import jakarta.inject.Singleton;
import java.util.Map;

/** How fast customers are to be helped, as managers have set it; without that there is no target. */
@Singleton
class TargetsSetting implements Setting<ServiceTargets> {

    @Override
    public String name() {
        return "targets";
    }

    @Override
    public Class<ServiceTargets> type() {
        return ServiceTargets.class;
    }

    @Override
    public ServiceTargets unset() {
        return new ServiceTargets(ServiceTarget.NONE, Map.of());
    }

    @Override
    public ServiceTargets checked(ServiceTargets value) {
        return value.checked();
    }
}
