package dev.ramah.knowledge;

import dev.ramah.staff.Setting;
import dev.ramah.staff.StaffRole;
import jakarta.inject.Singleton;

/** Where articles may be read from, as administrators have listed it: whoever lists a host sends this server there. */
@Singleton
class ArticleHostsSetting implements Setting<ArticleHosts> {

    @Override
    public String name() {
        return "article-hosts";
    }

    @Override
    public Class<ArticleHosts> type() {
        return ArticleHosts.class;
    }

    @Override
    public ArticleHosts unset() {
        return ArticleHosts.NONE;
    }

    @Override
    public ArticleHosts checked(ArticleHosts value) {
        return value.checked();
    }

    @Override
    public StaffRole setBy() {
        return StaffRole.ADMIN;
    }
}
