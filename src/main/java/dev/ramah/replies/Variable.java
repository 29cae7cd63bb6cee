package dev.ramah.replies;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a text may leave open until it is said, as it stands between braces. */
enum Variable {
    CUSTOMER_NAME("customer.name"),
    CUSTOMER_EMAIL("customer.email"),
    AGENT_NAME("agent.name"),
    ORDER("order"),
    ORDER_STATUS("order.status"),
    SHOP("shop");

    private final String wire;

    Variable(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    static Optional<Variable> named(String name) {
        return Arrays.stream(values()).filter(each -> each.wire.equals(name)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Variable::wire).toList();
    }
}
