package dev.ramah.bot;

import dev.ramah.knowledge.Match;
import java.util.Optional;

/**
 * How the bot decides: the first rule that hits wins, and its name is the stored reason. Who is in danger or
 * asks for a person gets one before anything is looked up.
 */
enum Rule {
    /** Injury, fire, self-harm or a threat. */
    DANGER {
        @Override
        Optional<Decision> on(Situation now) {
            return handOverIf(Words.DANGER.in(now.question()));
        }
    },
    /** Never argued with. */
    ASKED_FOR_A_PERSON {
        @Override
        Optional<Decision> on(Situation now) {
            return handOverIf(Words.PERSON.in(now.question()));
        }
    },
    THUMBS_DOWN {
        @Override
        Optional<Decision> on(Situation now) {
            return handOverIf(now.asked().thumbsDown());
        }
    },
    UPSET {
        @Override
        Optional<Decision> on(Situation now) {
            return handOverIf(Mood.isUpset(now.question()));
        }
    },
    /** Managers marked the topic. */
    NEEDS_A_PERSON {
        @Override
        Optional<Decision> on(Situation now) {
            return handOverIf(now.isPersons());
        }
    },
    /** The customer tapped one of the articles we offered. */
    CHOSEN {
        @Override
        Optional<Decision> on(Situation now) {
            Match chosen = now.chosen();
            return chosen == null || now.wasAnswered(chosen) ? Optional.empty() : answer(chosen);
        }
    },
    DID_NOT_HELP {
        @Override
        Optional<Decision> on(Situation now) {
            Asked asked = now.asked();
            boolean said = Words.NO_HELP.in(asked.question()) || asked.repeated();
            boolean no = asked.lastWord() == Asked.LastWord.ANSWER && Words.NO.isAllOf(asked.question());
            return handOverIf(no || (said && !asked.answered().isEmpty()));
        }
    },
    /** How their own order stands is no question for articles: the shop has told. */
    ORDER {
        @Override
        Optional<Decision> on(Situation now) {
            Known who = now.asked().who();
            return who.isVerified() && Words.ORDER.in(now.question())
                    ? Optional.of(new Decision.Tell(this, who, Known.number(now.question())))
                    : Optional.empty();
        }
    },
    /** Nothing of it is told to somebody for whom the shop has not vouched; who can't sign in gets a person. */
    SIGN_IN {
        @Override
        Optional<Decision> on(Situation now) {
            Known who = now.asked().who();
            if (who.isVerified() || !who.canSignIn() || !Words.ORDER.in(now.question())) {
                return Optional.empty();
            }
            return now.asked().lastWord() == Asked.LastWord.SIGN_IN
                    ? handOverIf(true)
                    : Optional.of(new Decision.SignIn(this, now.isSure() ? now.best() : null));
        }
    },
    GREETED {
        @Override
        Optional<Decision> on(Situation now) {
            return mannersIf(Words.GREETING.isAllOf(now.question()) && !now.isSure());
        }
    },
    THANKED {
        @Override
        Optional<Decision> on(Situation now) {
            return mannersIf(Words.THANKS.isAllOf(now.question()) && !now.isSure() && !now.justAskedBack());
        }
    },
    SAID_GOODBYE {
        @Override
        Optional<Decision> on(Situation now) {
            return mannersIf(Words.GOODBYE.isAllOf(now.question()) && !now.isSure());
        }
    },
    /** The best answer is one that this customer has already got. */
    ASKED_TWICE {
        @Override
        Optional<Decision> on(Situation now) {
            return handOverIf(now.wasAnswered(now.meant()));
        }
    },
    /** What there is, is in another language: they may read it all the same, or a person helps. */
    NOT_IN_THEIR_LANGUAGE {
        @Override
        Optional<Decision> on(Situation now) {
            if (!now.isElsewhere()) {
                return Optional.empty();
            }
            return now.isLikely() && !now.justAskedBack() ? askBack(now) : handOverIf(true);
        }
    },
    /** Two articles fit: the customer says which, once; after that a person does. */
    EQUALLY_LIKELY {
        @Override
        Optional<Decision> on(Situation now) {
            if (!now.isTied()) {
                return Optional.empty();
            }
            return now.justAskedBack() ? handOverIf(true) : askBack(now);
        }
    },
    ANSWERED {
        @Override
        Optional<Decision> on(Situation now) {
            return now.isSure() ? answer(now.best()) : Optional.empty();
        }
    },
    /** The chat model wrote it: it is asked by {@link Writer} when the rules have nothing better than the articles. */
    WRITTEN {
        @Override
        Optional<Decision> on(Situation now) {
            return Optional.empty();
        }
    },
    /** Likely, but not sure enough to say it. */
    UNSURE {
        @Override
        Optional<Decision> on(Situation now) {
            return now.isLikely() && !now.justAskedBack() ? askBack(now) : Optional.empty();
        }
    },
    NOTHING_FOUND {
        @Override
        Optional<Decision> on(Situation now) {
            return handOverIf(true);
        }
    };

    /** Empty when this rule says nothing here. */
    abstract Optional<Decision> on(Situation now);

    static Decision decide(Situation now) {
        for (Rule rule : values()) {
            Optional<Decision> decision = rule.on(now);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        throw new IllegalStateException("the last rule always hits");
    }

    Optional<Decision> handOverIf(boolean hit) {
        return hit ? Optional.of(new Decision.HandOver(this)) : Optional.empty();
    }

    Optional<Decision> mannersIf(boolean hit) {
        return hit ? Optional.of(new Decision.Manners(this)) : Optional.empty();
    }

    Optional<Decision> answer(Match article) {
        return Optional.of(new Decision.Answer(this, article));
    }

    Optional<Decision> askBack(Situation now) {
        return Optional.of(new Decision.AskBack(this, now.choices()));
    }
}
