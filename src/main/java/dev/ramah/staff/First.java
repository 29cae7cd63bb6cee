package dev.ramah.staff;

import dev.ramah.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** How the first person gets in: there is no default password. */
@ApplicationScoped
public class First {

    private static final Logger LOG = Logger.getLogger(First.class);

    private final AdminConfig config;
    private final Accounts accounts;
    private final Links links;

    First(AdminConfig config, Accounts accounts, Links links) {
        this.config = config;
        this.accounts = accounts;
        this.links = links;
    }

    /**
     * While nobody works here: makes the administrator of the settings or, without settings, a one-time link.
     *
     * @return the link's path, to be shown to whoever starts the application; empty when it isn't needed
     */
    public Optional<String> administrator() {
        Optional<String> token = links.first();
        if (token.isPresent() && config.email().isPresent() && config.password().isPresent()) {
            make(config.email().get(), config.password().get());
            return links.first();
        }
        return token.map(each -> "/join?token=" + each);
    }

    private void make(String email, String password) {
        String name = email.split("@", 2)[0];
        try {
            accounts.add(new Newcomer(email, name, StaffRole.ADMIN, List.of(), List.of(), List.of()), password);
            LOG.info("Made the first administrator from the settings.");
        } catch (Problem refused) {
            if (refused.code() != Problem.Code.CONFLICT) {
                throw new IllegalStateException("ramah.admin.password can't be used: " + refused.detail(), refused);
            }
            // Another node that starts in the same moment was faster.
        }
    }
}
