package dev.ramah.staff;

import static io.restassured.RestAssured.given;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The people of the sample world who work at Kopi Nusantara, for tests of any room. */
@Singleton
public class Cast {

    public static final String PASSWORD = "kopi-nusantara";

    /** The least that bcrypt allows: they sign in hundreds of times, and none of the tests is about how long that takes. */
    private static final int COST = 4;

    private final Accounts accounts;

    Cast(Accounts accounts) {
        this.accounts = accounts;
    }

    public Colleague bima() {
        return person("bima@kopi.example");
    }

    public Colleague ana() {
        return person("ana@kopi.example");
    }

    public Colleague maya() {
        return person("maya@kopi.example");
    }

    public Colleague rani() {
        return person("rani@kopi.example");
    }

    /** All are there as soon as one is, so that tests may run in any order: a team is there when somebody is in it. */
    private Colleague person(String email) {
        everybody().filter(each -> known(each.email()).isEmpty()).forEach(this::joins);
        return known(email).orElseThrow();
    }

    private void joins(Newcomer who) {
        accounts.add(who, PASSWORD);
        QuarkusTransaction.requiringNew()
                .run(() -> Account.update(
                        "password = ?1 where email = ?2", BcryptUtil.bcryptHash(PASSWORD, COST), who.email()));
    }

    private static Stream<Newcomer> everybody() {
        return Stream.of(
                newcomer("bima@kopi.example", "Bima", StaffRole.AGENT, "orders"),
                newcomer("ana@kopi.example", "Ana", StaffRole.AGENT, "machines"),
                newcomer("maya@kopi.example", "Maya", StaffRole.MANAGER, "orders"),
                newcomer("rani@kopi.example", "Rani", StaffRole.ADMIN, "orders"));
    }

    private static Newcomer newcomer(String email, String name, StaffRole role, String team) {
        return new Newcomer(email, name, role, List.of("id", "en"), List.of(), List.of(team));
    }

    private Optional<Colleague> known(String email) {
        return accounts.all().stream()
                .filter(each -> each.email().equals(email))
                .findFirst();
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
