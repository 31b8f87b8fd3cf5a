package org.labjanitor.runtime.requests;

import java.nio.charset.StandardCharsets;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.JsonFields;

/**
 * Where a request lies, and where what belongs to it goes. Nothing that a function writes lies
 * where it looks for requests, so that it never starts itself.
 *
 * @param sweep {@code instances}, {@code buckets} or {@code labs}
 * @param name the key without {@code requests/<sweep>/} and {@code .json}; it may hold slashes
 */
record RequestKey(String sweep, String name) {
    private static final String REQUESTS = "requests/";
    private static final String RESULTS = "results/";
    private static final String END = ".json";

    /** S3 takes 1,024 bytes, and an answer's key is longer than its request's. */
    private static final int LONGEST = 900;

    /**
     * The key, taken apart.
     *
     * @throws BadRequestException if it is no request to this sweep
     */
    static RequestKey of(String sweep, String key) {
        String prefix = REQUESTS + sweep + "/";
        boolean named = key.startsWith(prefix) && key.length() > prefix.length() + END.length();
        if (!named || !key.endsWith(END) || key.endsWith("/" + END)) {
            throw BadRequestException.of(
                    "%s is no request to this function; its requests are called %s<name>.json"
                            .formatted(JsonFields.quoted(key), prefix));
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw BadRequestException.of(
                    "%s is longer than %d bytes; its answer's key would be too long for S3"
                            .formatted(JsonFields.quoted(key), LONGEST));
        }
        return new RequestKey(sweep, key.substring(prefix.length(), key.length() - END.length()));
    }

    /** The request's own key. */
    String request() {
        return REQUESTS + sweep + "/" + name + END;
    }

    /** Who runs the request, or has run it. */
    String claim() {
        return RESULTS + sweep + "/" + name + ".claim.json";
    }

    /** The answer to the newest version. */
    String answer(AnswerKind kind) {
        return RESULTS + sweep + "/" + name + "." + kind.id() + END;
    }

    /** The answer to a version that a newer one has overtaken while it ran. */
    String answer(AnswerKind kind, String runId) {
        return RESULTS + sweep + "/" + name + "." + runId + "." + kind.id() + END;
    }

    /** What an answer is. */
    enum AnswerKind {
        RESULT,
        ERROR;

        String id() {
            return this == RESULT ? "result" : "error";
        }
    }
}
