package dev.ramah.platform;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real mail server for tests, on this machine: it takes whatever comes and keeps a mailbox for everybody. */
public class TestMail implements QuarkusTestResourceLifecycleManager {

    /** Whom our mail is from, and where it is answered to. */
    public static final String OURS = "help@kopi.example";

    private @Nullable GreenMail server;

    @Override
    public Map<String, String> start() {
        GreenMail started = new GreenMail(new ServerSetup[] {
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        started.start();
        server = started;
        Map<String, String> settings = new HashMap<>();
        settings.put("ramah.mail.from", "Kopi Nusantara <" + OURS + ">");
        settings.put("ramah.mail.address", "http://desk.example");
        settings.put("ramah.mail.smtp.host", "127.0.0.1");
        settings.put("ramah.mail.smtp.port", String.valueOf(started.getSmtp().getPort()));
        settings.put("ramah.mail.smtp.security", "none");
        settings.put("ramah.mail.imap.host", "127.0.0.1");
        settings.put("ramah.mail.imap.port", String.valueOf(started.getImap().getPort()));
        settings.put("ramah.mail.imap.security", "none");
        settings.put("ramah.mail.imap.user", OURS);
        settings.put("ramah.mail.imap.password", "any");
        // Whoever tests it lets the time pass.
        settings.put("ramah.mail.pause", "2h");
        settings.put("ramah.mail.look", "1s");
        return settings;
    }

    /** Whoever logs in or is written to before that gets one, too; but two for one who do it at once. */
    public void opensMailbox(String address) {
        if (server != null) {
            server.setUser(address, address, address);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
