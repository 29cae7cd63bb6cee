package dev.ramah.practice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** That somebody is to rehearse a scenario by a day. */
@Entity
@Table(name = "practice_assignment")
class Assignment extends PanacheEntityBase {

    @Id
    UUID id;

    @Column
    UUID scenario;

    @Column
    UUID agent;

    @Column
    LocalDate due;

    @Column(name = "assigned_by")
    UUID assignedBy;

    @Column(name = "assigned_at")
    Instant assignedAt;

    protected Assignment() {}

    Assignment(UUID id, UUID scenario, UUID agent, LocalDate due, UUID by, Instant at) {
        this.id = id;
        this.scenario = scenario;
        this.agent = agent;
        this.due = due;
        this.assignedBy = by;
        this.assignedAt = at;
    }
}
