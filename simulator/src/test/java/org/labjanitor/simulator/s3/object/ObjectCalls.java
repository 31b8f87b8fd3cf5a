package org.labjanitor.simulator.s3.object;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.identity.Accounts;
import org.labjanitor.simulator.identity.RegionCatalogue;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.s3.bucket.S3Region;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.DirectOperation;
import org.labjanitor.simulator.service.Place;

/** Calls the operations of one bucket as they come from the wire, without a server in between. */
final class ObjectCalls {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final String ACCOUNT = "111122223333";

    final Bucket bucket;
    final ObjectSpace objects;
    Instant now = NOW;

    private final Map<String, DirectOperation> operations;

    ObjectCalls() {
        RegionCatalogue regions = new RegionCatalogue(List.of("us-east-1"));
        Accounts accounts = new Accounts(List.of(ACCOUNT), regions);
        BucketDirectory buckets = new BucketDirectory(accounts, () -> now);
        bucket = new S3Region(buckets, new Place(ACCOUNT, "us-east-1")).create("lab");
        objects = bucket.objects();
        operations =
                new ObjectService(buckets)
                        .directOperations().stream()
                                .collect(
                                        Collectors.toMap(
                                                DirectOperation::name, Function.identity()));
    }

    HttpAnswer call(
            String operation,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            byte[] body) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        CallContext context = new CallContext(ACCOUNT, "us-east-1", ACCOUNT, "request-1", now);
        return requireNonNull(operations.get(operation), operation)
                .body()
                .apply(context, new HttpCall(method, path, query, lists, body));
    }

    String list(String operation, String query) {
        return text(call(operation, "GET", "/lab", query, Map.of(), new byte[0]));
    }

    /** Deletes in one batch; each entry is a key, or a key and a version id with a bar between. */
    String delete(String... entries) {
        StringBuilder body = new StringBuilder("<Delete>");
        for (String entry : entries) {
            String[] parts = entry.split("\\|", -1);
            body.append("<Object><Key>").append(parts[0]).append("</Key>");
            if (parts.length > 1) {
                body.append("<VersionId>").append(parts[1]).append("</VersionId>");
            }
            body.append("</Object>");
        }
        return deleteBody(body.append("</Delete>").toString());
    }

    String deleteBody(String xml) {
        return deleteBody(xml, Map.of());
    }

    String deleteBody(String xml, Map<String, String> headers) {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-md5", md5(body));
        return text(call("DeleteObjects", "POST", "/lab", "delete", all, body));
    }

    static String md5(byte[] body) {
        return java.util.Base64.getEncoder().encodeToString(ETags.md5().digest(body));
    }

    static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The texts of all elements of a name, in order. */
    static List<String> all(String xml, String element) {
        Matcher matcher = Pattern.compile("<" + element + ">(.*?)</" + element + ">").matcher(xml);
        List<String> texts = new ArrayList<>();
        while (matcher.find()) {
            texts.add(matcher.group(1));
        }
        return texts;
    }

    static String one(String xml, String element) {
        return String.join(" and ", all(xml, element));
    }
}
