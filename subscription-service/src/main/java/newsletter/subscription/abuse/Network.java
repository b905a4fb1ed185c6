package newsletter.subscription.abuse;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the network that a form came from, so that its forms can be counted: the first 24
 * bits of an IPv4 address, 56 of an IPv6 address, which is what one line gets. The name
 * is a hash under a key that this process made up, keeps to itself and forgets.
 */
final class Network {

    private static final int IPV4_BYTES = 3;

    private static final int IPV6_BYTES = 7;

    private static final SecretKeySpec KEY = key();

    private Network() {
    }

    private static SecretKeySpec key() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, "HmacSHA256");
    }

    static String name(String remoteAddress) {
        try {
            Mac mac = Mac.getInstance(KEY.getAlgorithm());
            mac.init(KEY);
            return HexFormat.of().formatHex(mac.doFinal(prefix(remoteAddress)), 0, 16);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Could not hash", ex);
        }
    }

    private static byte[] prefix(String remoteAddress) {
        try {
            // Never asks a name server. An IPv4 address within IPv6 comes out as IPv4.
            InetAddress address = InetAddress.ofLiteral(remoteAddress);
            return Arrays.copyOf(address.getAddress(), (address instanceof Inet4Address) ? IPV4_BYTES : IPV6_BYTES);
        }
        catch (IllegalArgumentException ex) {
            // From nowhere: all of these count as one.
            return new byte[0];
        }
    }

}
