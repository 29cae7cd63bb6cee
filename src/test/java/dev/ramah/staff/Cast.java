package dev.ramah.staff;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The people of the sample world who work at Kopi Nusantara, for tests of any room. */
@Singleton
public class Cast {

    public static final String PASSWORD = "kopi-nusantara";

    private final Accounts accounts;

    Cast(Accounts accounts) {
        this.accounts = accounts;
    }

    public Colleague bima() {
        return person("bima@kopi.example", "Bima", StaffRole.AGENT, "orders");
    }

    public Colleague ana() {
        return person("ana@kopi.example", "Ana", StaffRole.AGENT, "machines");
    }

    public Colleague maya() {
        return person("maya@kopi.example", "Maya", StaffRole.MANAGER, "orders");
    }

    public Colleague rani() {
        return person("rani@kopi.example", "Rani", StaffRole.ADMIN, "orders");
    }

    /** Adds them when they aren't there yet, so that tests may run in any order. */
    private Colleague person(String email, String name, StaffRole role, String team) {
        return accounts.all().stream()
                .filter(each -> each.email().equals(email))
                .findFirst()
                .orElseGet(() -> {
                    Newcomer newcomer = new Newcomer(email, name, role, List.of("id", "en"), List.of(), List.of(team));
                    return accounts.find(accounts.add(newcomer, PASSWORD).id()).orElseThrow();
                });
    }

    /** A fresh token of this person. */
    public String token(Colleague who) {
        return accounts.login(who.email(), PASSWORD).token();
    }

    /** A request that this person makes. */
    public RequestSpecification as(Colleague who) {
        return given().auth().oauth2(token(who)).contentType(ContentType.JSON);
    }

    static RequestSpecification login(String email, String password) {
        return given().contentType(ContentType.JSON).body(Map.of("email", email, "password", password));
    }
}
