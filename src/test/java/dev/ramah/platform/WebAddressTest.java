package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where this server may be sent by what somebody types in. */
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://shop.example/hook",
                "ftp://shop.example/hook",
                "https:///hook",
                "https://user:word@shop.example/",
                "https://shop.example/#part",
                "https://shop example/",
                "file:///etc/passwd",
                "javascript:alert(1)"
            })
    void whatIsNoAddressForUsIsRefused(String address) {
        assertThrows(Problem.class, () -> WebAddress.of(address, false));
    }

    @Test
    void anAddressIsSentAsItWasTyped() {
        WebAddress target = WebAddress.of(" https://shop.example:8443/a%20b/c?d=%26e ", false);
        assertEquals("shop.example", target.host());
        assertEquals(8443, target.port());
        assertEquals("/a%20b/c?d=%26e", target.path());
        assertEquals("/", WebAddress.of("https://shop.example", false).path());
        assertEquals(443, WebAddress.of("https://shop.example", false).port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1"
            })
    void privateAddressesArePrivate(String address) throws UnknownHostException {
        assertTrue(WebAddress.isPrivate(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.2.1", "2606:4700::1111", "2001:db8::1"})
    void publicAddressesAreNot(String address) throws UnknownHostException {
        assertFalse(WebAddress.isPrivate(InetAddress.getByName(address)));
    }

    /** Other ways to write the same address lead to the same refusal. */
    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/", "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/"})
    void aHostIsAskedForBeforeItIsCalled(String address) {
        assertThrows(
                UnknownHostException.class, () -> WebAddress.of(address, false).resolve(false));
    }

    @Test
    void plainOnesAreForThoseWhoSaySo() {
        assertFalse(WebAddress.of("http://shop.example/help", true).isSecure());
        assertEquals(80, WebAddress.of("http://shop.example/help", true).port());
        assertThrows(Problem.class, () -> WebAddress.of("ftp://shop.example/", true));
    }
}
