package dev.ramah.staff;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The first administrator, made at start while there is nobody; both or neither. */
@ConfigMapping(prefix = "ramah.admin")
interface AdminConfig {

    Optional<String> email();

    Optional<String> password();
}
