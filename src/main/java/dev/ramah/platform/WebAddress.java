package dev.ramah.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address that somebody typed in and this server is to call. It may lead to the outside only: not to this machine, its
 * network, or the services that clouds offer to their machines.
 */
public record WebAddress(URI uri) {

    private static final int LONGEST = 2_000;

    /**
     * The address, checked as far as that goes without asking for its host.
     *
     * @param plainToo whether it may be one without TLS
     * @throws Problem INVALID, saying why
     */
    public static WebAddress of(@Nullable String address, boolean plainToo) {
        String line = Text.line(address);
        if (line == null || line.length() > LONGEST) {
            throw Problem.invalid("address has 1 to " + LONGEST + " characters.");
        }
        URI uri;
        try {
            uri = new URI(line).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw Problem.invalid("address is no address of the web: https://…");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(plainToo && scheme.equals("http"))) {
            throw Problem.invalid(
                    plainToo
                            ? "address begins with https:// or http://."
                            : "address begins with https://, so that nobody reads along.");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw Problem.invalid("address has a host, and neither a name and password nor a # in it.");
        }
        return new WebAddress(uri);
    }

    /** Whether it is asked over TLS. */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** The host's name, or its number without brackets. */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The port, also where it goes without saying. */
    public int port() {
        return uri.getPort() > 0 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    /** Path and query as they are sent. */
    public String path() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /**
     * Where its host is now. What is connected to has to be this and not the name: a name can lead elsewhere when it is
     * asked for again.
     *
     * @param privateToo whether it may be of this machine or its network
     * @throws UnknownHostException if there is no such host, or it is one that may not be called
     */
    public InetAddress resolve(boolean privateToo) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host());
        if (!privateToo && Arrays.stream(all).anyMatch(WebAddress::isPrivate)) {
            throw new UnknownHostException(host() + " is an address of a private network.");
        }
        return all[0];
    }

    /** Whether it is anything but an address of the public network (the IANA special-purpose registries). */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // Unique local (RFC 4193), and those that carry an address of version 4: NAT64, 6to4, Teredo, compatible.
            return (first & 0xfe) == 0xfc
                    || (first == 0x00)
                    || (first == 0x20 && second == 0x02)
                    || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        }
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }
}
