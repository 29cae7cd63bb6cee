package dev.ramah.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ramah.platform.Digests;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that the shop told about a customer: an order placed, paid, sent. */
@Entity
@Table(name = "customer_event")
class CustomerEvent extends PanacheEntityBase {

    static final String ORDER = "order";

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "customer")
    UUID customer;

    @Column(name = "type")
    String type;

    @Column(name = "at")
    Instant at;

    @Column(name = "data")
    @JdbcTypeCode(SqlTypes.JSON)
    JsonNode data;

    @Column(name = "received_at")
    Instant receivedAt;

    protected CustomerEvent() {}

    CustomerEvent(ShopEvent told, UUID customer, Instant now) {
        this.id = key(told);
        this.customer = customer;
        this.type = told.type();
        this.at = told.at() == null ? now : told.at();
        this.data = told.data();
        this.receivedAt = now;
    }

    static boolean isKnown(ShopEvent told) {
        return findByIdOptional(key(told)).isPresent();
    }

    /** False when another call told the same in this moment. */
    boolean keep() {
        return getEntityManager()
                        .createNativeQuery("insert into customer_event (id, customer, type, at, data, received_at)"
                                + " values (?1, ?2, ?3, ?4, cast(?5 as jsonb), ?6) on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, customer)
                        .setParameter(3, type)
                        .setParameter(4, at)
                        .setParameter(5, data.toString())
                        .setParameter(6, receivedAt)
                        .executeUpdate()
                == 1;
    }

    static List<CustomerEvent> of(UUID customer) {
        return list("customer = ?1 order by at, receivedAt", customer);
    }

    /** Newest first. */
    static List<CustomerEvent> orders(Collection<UUID> customers) {
        return list("customer in ?1 and type = ?2 order by at desc, receivedAt desc", customers, ORDER);
    }

    /** All but orders, newest first. */
    static List<CustomerEvent> others(UUID customer, int most) {
        return CustomerEvent.<CustomerEvent>find(
                        "customer = ?1 and type <> ?2 order by at desc, receivedAt desc", customer, ORDER)
                .page(0, most)
                .list();
    }

    void forget() {
        data = JsonNodeFactory.instance.objectNode();
    }

    private static String key(ShopEvent told) {
        return Digests.sha256(told.id());
    }
}
