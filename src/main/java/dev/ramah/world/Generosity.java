package dev.ramah.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ramah.goodwill.Gesture;
import dev.ramah.goodwill.Gestures;
import dev.ramah.goodwill.Kind;
import dev.ramah.staff.Accounts;
import dev.ramah.staff.Colleague;
import dev.ramah.staff.Settings;
import dev.ramah.staff.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Maya lets her colleagues give, in rupiah. */
@ApplicationScoped
class Generosity {

    private static final List<Gesture.Wish> GESTURES = List.of(
            wish(Kind.VOUCHER, "Voucher Rp 25.000", 25_000L, 25_000, "MAAF"),
            wish(Kind.FREE_SHIPPING, "Free shipping", null, 15_000, "KIRIM"),
            wish(Kind.POINTS, "100 bean points", 100L, 10_000, null),
            wish(Kind.REFUND, "Money back", 150_000L, 150_000, null));

    private static final Map<String, Object> LIMITS = Map.of(
            "currency", "IDR",
            "days", 30,
            "agent", Map.of("aDay", 300_000, "aCustomer", 150_000),
            "manager", Map.of("aDay", 1_000_000, "aCustomer", 500_000),
            "admin", Map.of("aDay", 0, "aCustomer", 0));

    private final Gestures gestures;
    private final Settings settings;
    private final Accounts accounts;
    private final ObjectMapper json;

    Generosity(Gestures gestures, Settings settings, Accounts accounts, ObjectMapper json) {
        this.gestures = gestures;
        this.settings = settings;
        this.accounts = accounts;
        this.json = json;
    }

    void begin() {
        Colleague maya = accounts.all().stream()
                .filter(each -> each.role() == StaffRole.MANAGER)
                .findFirst()
                .orElseThrow();
        settings.change("goodwill", json.valueToTree(LIMITS), 0, maya);
        GESTURES.forEach(each -> gestures.add(maya.ref(), each));
    }

    private static Gesture.Wish wish(Kind kind, String name, @Nullable Long amount, long cost, @Nullable String code) {
        BigDecimal worth = amount == null ? null : BigDecimal.valueOf(amount);
        return new Gesture.Wish(kind, name, worth, BigDecimal.valueOf(cost), code, true, null);
    }
}
