package dev.ramah.knowledge;

import dev.ramah.platform.Problem;
import dev.ramah.platform.WebAddress;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where articles may be read from by their address: {@code help.shop.example}, {@code *.shop.example} for all below it,
 * {@code shop.example:8443} where the port is not the usual one. While none is listed, nothing is read.
 */
public record ArticleHosts(@Nullable List<@Nullable String> hosts) {

    static final ArticleHosts NONE = new ArticleHosts(List.of());

    private static final int MOST = 50;
    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?");

    /**
     * In one form, each once.
     *
     * @throws Problem INVALID, naming the one that is no host
     */
    ArticleHosts checked() {
        List<String> checked =
                listed().stream().map(ArticleHosts::host).distinct().toList();
        if (checked.size() > MOST) {
            throw Problem.invalid("hosts: more than " + MOST);
        }
        return new ArticleHosts(List.copyOf(checked));
    }

    /** Those that say something. */
    private List<String> listed() {
        return hosts == null
                ? List.of()
                : hosts.stream()
                        .map(each -> each == null ? "" : each.strip())
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    private static String host(String typed) {
        String below = typed.startsWith("*.") ? "*." : "";
        String host;
        try {
            host = below + IDN.toASCII(typed.substring(below.length())).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notEvenThat) {
            host = "";
        }
        if (!HOST.matcher(host).matches()) {
            throw Problem.invalid("hosts: “" + typed + "” is no host like help.shop.example or *.shop.example");
        }
        return host;
    }

    boolean isEmpty() {
        return listed().isEmpty();
    }

    /** Whether a page there may be read. */
    boolean allows(WebAddress address) {
        String host = address.host().toLowerCase(Locale.ROOT);
        boolean usual = address.port() == (address.isSecure() ? 443 : 80);
        return listed().stream().anyMatch(each -> {
            int colon = each.indexOf(':');
            String name = colon < 0 ? each : each.substring(0, colon);
            boolean port = colon < 0 ? usual : each.substring(colon + 1).equals(String.valueOf(address.port()));
            return port && (name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name));
        });
    }
}
