package org.labjanitor.simulator.s3;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.s3.object.ObjectSpace;

/** Lists and deletes a million keys over HTTP with raw sockets. Not run by tests. */
public final class WireBench {
    private static final int KEYS = 1_000_000;
    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=%s/20261120/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"
                    .formatted(Lab.DEFAULT_ACCOUNT);

    private WireBench() {}

    /** Runs it; the first argument is the number of connections. */
    public static void main(String[] arguments) throws InterruptedException {
        int connections = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16;
        try (Lab lab = Lab.start()) {
            ObjectSpace objects =
                    lab.account(Lab.DEFAULT_ACCOUNT)
                            .region("us-east-1")
                            .buckets()
                            .create("bench")
                            .objects();
            for (int round = 0; round < 3; round++) {
                objects.seed(KEYS, WireBench::key);
                tell("100 small lists", connections, lab.endpoint(), WireBench::smallLists);
                tell("list", connections, lab.endpoint(), WireBench::list);
                tell("delete", connections, lab.endpoint(), WireBench::delete);
                if (!objects.isEmpty()) {
                    throw new IllegalStateException("left over: " + objects.versions());
                }
            }
            System.out.println("calls logged: " + lab.calls().total());
        }
    }

    private interface Work {
        void batch(Connection connection, int first) throws IOException;
    }

    private static String key(long i) {
        return "students/runs/" + (10_000_000 + i) + "/result.json";
    }

    private static void tell(String what, int connections, URI endpoint, Work work)
            throws InterruptedException {
        AtomicLong next = new AtomicLong();
        CountDownLatch done = new CountDownLatch(connections);
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Thread.ofPlatform().start(() -> run(endpoint, next, work, done));
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-16s %,.0f keys a second%n", what, KEYS / seconds);
    }

    private static void run(URI endpoint, AtomicLong next, Work work, CountDownLatch done) {
        try (Connection connection = new Connection(endpoint)) {
            for (long first = next.getAndAdd(1_000); first < KEYS; first = next.getAndAdd(1_000)) {
                work.batch(connection, (int) first);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            done.countDown();
        }
    }

    private static void list(Connection connection, int first) throws IOException {
        connection.send(
                "GET",
                "/bench?versions&max-keys=1000&key-marker=" + key(first - 1L).replace("/", "%2F"),
                "",
                new byte[0]);
    }

    /** Ten pages of one key: what a call costs by itself. */
    private static void smallLists(Connection connection, int first) throws IOException {
        for (int i = 0; i < 10; i++) {
            connection.send("GET", "/bench?versions&max-keys=1", "", new byte[0]);
        }
    }

    private static void delete(Connection connection, int first) throws IOException {
        StringBuilder xml = new StringBuilder(150_000).append("<Delete><Quiet>true</Quiet>");
        for (int k = first; k < first + 1_000; k++) {
            xml.append("<Object><Key>")
                    .append(key(k))
                    .append("</Key><VersionId>null</VersionId></Object>");
        }
        byte[] body = xml.append("</Delete>").toString().getBytes(StandardCharsets.UTF_8);
        connection.send("POST", "/bench?delete", "Content-MD5: " + md5(body) + "\r\n", body);
    }

    private static String md5(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Connection(URI endpoint) throws IOException {
            socket = new Socket(endpoint.getHost(), endpoint.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
            out = socket.getOutputStream();
        }

        void send(String method, String target, String headers, byte[] body) throws IOException {
            String head =
                    "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: %s\r\n%sContent-Length: %d\r\n\r\n"
                            .formatted(method, target, AUTHORIZATION, headers, body.length);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            int length = 0;
            String status = line();
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
                }
            }
            in.skipNBytes(length);
            if (!status.contains(" 200 ")) {
                throw new IOException(status);
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            while (true) {
                int c = in.read();
                if (c < 0) {
                    throw new EOFException("the server has hung up");
                }
                if (c == '\n') {
                    return line.toString().strip();
                }
                line.append((char) c);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
