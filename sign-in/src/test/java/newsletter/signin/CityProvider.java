package newsletter.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.springframework.web.util.UriComponentsBuilder;

/** The smallest OpenID provider: a key, and a token for whoever is named next. */
class CityProvider {

    private final HttpServer server;

    private final RSAKey key;

    private String idToken = "";

    CityProvider() {
        try {
            this.key = new RSAKeyGenerator(2048).keyID("city").generate();
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
        catch (JOSEException ex) {
            throw new IllegalStateException(ex);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        this.server.createContext("/keys", (exchange) -> answer(exchange, new JWKSet(this.key).toString()));
        this.server.createContext("/token", (exchange) -> answer(exchange, """
                {"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
                """.formatted(this.idToken)));
        this.server.start();
    }

    String uri() {
        return "http://localhost:" + this.server.getAddress().getPort();
    }

    /** What the browser brings back after this person has signed in at the provider. */
    String letsIn(String person, List<String> groups, URI authorization) {
        var asked = UriComponentsBuilder.fromUri(authorization).build().getQueryParams().toSingleValueMap();
        var claims = new JWTClaimsSet.Builder().issuer(uri())
            .subject(person)
            .audience("desk")
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("nonce", asked.get("nonce"))
            .claim("groups", groups)
            .build();
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("city").build(), claims);
            token.sign(new RSASSASigner(this.key));
            this.idToken = token.serialize();
        }
        catch (JOSEException ex) {
            throw new IllegalStateException(ex);
        }
        return "/login/oauth2/code/city?code=c&state=" + asked.get("state");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

}
