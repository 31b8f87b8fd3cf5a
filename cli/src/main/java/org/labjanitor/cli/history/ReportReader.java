package org.labjanitor.cli.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the document of a report item by item, so that a large one takes no room. */
final class ReportReader {
    private static final JSON TREE = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final JsonFactory factory = new JsonFactory();

    /**
     * The run that the document tells of.
     *
     * @throws BrokenReportException if it is not a whole report
     * @throws IOException if it cannot be had
     */
    PastRun read(String key, InputStream document) throws IOException {
        Map<String, String> head = new HashMap<>();
        List<Removed> removed = new ArrayList<>();
        try (JsonParser parser = factory.createParser(document)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("items")) {
                    readItems(parser, removed);
                    head.put(name, "");
                } else if (value == JsonToken.VALUE_STRING) {
                    head.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw new BrokenReportException("it is no whole JSON: " + e.getOriginalMessage());
        }
        expect(head.containsKey("items"), "it has no items");
        return new PastRun(
                key,
                text(head, "sweep"),
                text(head, "runId"),
                time(text(head, "startedAt")),
                removed);
    }

    private static void readItems(JsonParser parser, List<Removed> removed) throws IOException {
        expect(parser.currentToken() == JsonToken.START_ARRAY, "its items are no list");
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            if (TREE.anyFrom(parser) instanceof Map<?, ?> item) {
                Removed.of(item).ifPresent(removed::add);
            }
        }
        expect(parser.currentToken() == JsonToken.END_ARRAY, "one of its items is no object");
    }

    private static String text(Map<String, String> head, String name) {
        String text = head.get(name);
        if (text == null) {
            throw new BrokenReportException("it has no " + name);
        }
        return text;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BrokenReportException("its startedAt is no time: " + text);
        }
    }

    private static void expect(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new BrokenReportException(otherwise);
        }
    }
}
