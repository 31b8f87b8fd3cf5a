package org.labjanitor.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import com.fasterxml.jackson.jr.ob.JSONObjectException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON by the letter: no duplicate keys, no trailing text, no leniency. */
public final class StrictJson {
    private final JsonFactory factory =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private final JSON tree =
            JSON.builder(factory).enable(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /**
     * The object that {@code document} holds, values being maps, lists, strings, numbers, booleans
     * or null.
     *
     * @throws BadRequestException if the document is not one JSON object
     */
    public Map<String, @Nullable Object> object(byte[] document) {
        if (value(document) instanceof Map<?, ?> map) {
            return withStringKeys(map);
        }
        throw BadRequestException.of("expected a JSON object, such as {\"mode\": \"report\"}");
    }

    static Map<String, @Nullable Object> withStringKeys(Map<?, ?> map) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put((String) key, value));
        return Collections.unmodifiableMap(typed);
    }

    private @Nullable Object value(byte[] document) {
        try (JsonParser parser = factory.createParser(document)) {
            if (parser.nextToken() == null) {
                throw BadRequestException.of("the document is empty; an empty request is {}");
            }
            Object value =
                    parser.currentToken() == JsonToken.VALUE_NULL ? null : tree.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw BadRequestException.of("text follows the JSON document");
            }
            return value;
        } catch (JSONObjectException e) {
            throw malformed(e);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static BadRequestException malformed(JsonProcessingException e) {
        var location = e.getLocation();
        String where =
                location == null
                        ? ""
                        : " at line %d, column %d"
                                .formatted(location.getLineNr(), location.getColumnNr());
        return BadRequestException.of("malformed JSON" + where + ": " + e.getOriginalMessage());
    }
}
