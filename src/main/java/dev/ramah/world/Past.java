package dev.ramah.world;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Past {
    void replay() {}
}
