package dev.ramah.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ramah.platform.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between braces is filled in, shown as missing, or refused; it never goes out as braces. */
class TemplateTest {

    @Test
    void whatIsKnownIsFilledIn() {
        Template.Filled filled = Template.fill(
                "Hi {customer.name}, order {order} is on its way. {customer.name}?",
                Map.of(Variable.CUSTOMER_NAME, "Sari", Variable.ORDER, "1042"));
        assertEquals("Hi Sari, order 1042 is on its way. Sari?", filled.text());
        assertEquals(List.of(), filled.missing());
    }

    @Test
    void whatIsNotKnownIsShownAndNamedOnce() {
        Template.Filled filled =
                Template.fill("{order} and {order}, {customer.name}", Map.of(Variable.CUSTOMER_NAME, " "));
        assertEquals("⟦order⟧ and ⟦order⟧, ⟦customer.name⟧", filled.text());
        assertEquals(List.of("order", "customer.name"), filled.missing());
    }

    @Test
    void whatACustomerCallsThemselvesIsNoVariable() {
        Template.Filled filled = Template.fill("Hi {customer.name}", Map.of(Variable.CUSTOMER_NAME, "{order} $1 \\"));
        assertEquals("Hi {order} $1 \\", filled.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi {custommer.name}",
                "Hi {}",
                "Hi {customer.name",
                "Hi customer.name}",
                "{{order}}",
                " ",
                "a\0b"
            })
    void whatCouldGoOutAsBracesIsNotStored(String text) {
        assertThrows(Problem.class, () -> Template.checked(text));
    }

    @Test
    void theRefusalNamesTheVariablesThereAre() {
        Problem refused = assertThrows(Problem.class, () -> Template.checked("Hi {name}"));
        assertTrue(refused.detail().contains("{customer.name}"), refused.detail());
    }
}
