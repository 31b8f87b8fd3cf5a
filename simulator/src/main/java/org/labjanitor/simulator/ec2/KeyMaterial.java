package org.labjanitor.simulator.ec2;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Public and private keys as EC2 writes them. Fingerprints follow [UG verify-keys]: SHA-1 of the
 * private key for RSA keys that EC2 made, MD5 of the public key for RSA keys that were imported,
 * SHA-256 for ED25519 keys.
 *
 * @param privateKey in PEM; empty for an imported key
 */
record KeyMaterial(String type, String fingerprint, String publicKey, String privateKey) {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
    private static final String RSA = "ssh-rsa";
    private static final String ED25519 = "ssh-ed25519";

    /** A new RSA key of 2048 bits. */
    static KeyMaterial generateRsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            byte[] secret = pair.getPrivate().getEncoded();
            return new KeyMaterial(
                    "rsa",
                    COLONS.formatHex(digest("SHA-1", secret)),
                    openSsh((RSAPublicKey) pair.getPublic()),
                    pem(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A public key in OpenSSH's form, such as {@code ssh-ed25519 AAAA... comment}. */
    static KeyMaterial imported(String text) {
        String[] words = text.strip().split("\\s+", 3);
        if (words.length < 2) {
            throw invalid();
        }
        byte[] blob = decode(words[1]);
        String publicKey = words[0] + " " + words[1];
        return switch (words[0]) {
            case RSA -> new KeyMaterial("rsa", rsaFingerprint(blob), publicKey, "");
            case ED25519 ->
                    new KeyMaterial(
                            "ed25519",
                            Base64.getEncoder().encodeToString(digest("SHA-256", blob)),
                            publicKey,
                            "");
            default -> throw invalid();
        };
    }

    private static String rsaFingerprint(byte[] blob) {
        try {
            ByteBuffer fields = ByteBuffer.wrap(blob);
            field(fields);
            BigInteger exponent = new BigInteger(field(fields));
            BigInteger modulus = new BigInteger(field(fields));
            byte[] der =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent))
                            .getEncoded();
            return COLONS.formatHex(digest("MD5", der));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw invalid();
        }
    }

    private static byte[] field(ByteBuffer fields) {
        byte[] field = new byte[Math.min(fields.getInt(), fields.remaining())];
        fields.get(field);
        return field;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static AwsError invalid() {
        return AwsError.badRequest(
                "InvalidKey.Format", "Key is not in valid OpenSSH public key format");
    }

    private static String openSsh(RSAPublicKey key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, RSA.getBytes(StandardCharsets.US_ASCII));
            write(out, key.getPublicExponent().toByteArray());
            write(out, key.getModulus().toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RSA + " " + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, byte[] field) throws IOException {
        out.writeInt(field.length);
        out.write(field);
    }

    private static String pem(byte[] pkcs8) {
        String body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(pkcs8);
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----";
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
