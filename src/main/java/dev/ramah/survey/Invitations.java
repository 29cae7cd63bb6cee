package dev.ramah.survey;

import dev.ramah.delivery.Invites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What mails about surveys lead to. */
@ApplicationScoped
class Invitations implements Invites {

    private final SurveyLinks links;

    Invitations(SurveyLinks links) {
        this.links = links;
    }

    @Override
    @Transactional
    public Optional<Invite> invite(UUID about) {
        return Ask.<Ask>findByIdOptional(about)
                .filter(each -> each.state == Ask.State.ASKED)
                .map(each -> new Invite(links.path(each), links.end(each), each.remindedAt != null));
    }
}
