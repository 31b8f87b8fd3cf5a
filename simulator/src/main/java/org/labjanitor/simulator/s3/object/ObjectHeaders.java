package org.labjanitor.simulator.s3.object;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.wire.AwsError;

/** What the headers of a write say about the object, and what those of a read tell of it. */
final class ObjectHeaders {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Map<String, String> REPEATED =
            Map.of(
                    "content-type", "Content-Type",
                    "cache-control", "Cache-Control",
                    "content-disposition", "Content-Disposition",
                    "content-language", "Content-Language",
                    "expires", "Expires");
    private static final String METADATA = "x-amz-meta-";
    private static final String DEFAULT_TYPE = "binary/octet-stream";

    private ObjectHeaders() {}

    /** The headers that a read will repeat. */
    static Map<String, String> toKeep(HttpCall call) {
        Map<String, String> kept = new TreeMap<>();
        call.headers()
                .forEach((name, values) -> {
                    if (name.startsWith(METADATA)) {
                        kept.put(name, values.getFirst());
                    }
                    String repeated = REPEATED.get(name);
                    if (repeated != null) {
                        kept.put(repeated, values.getFirst());
                    }
                });
        contentEncoding(call, kept);
        return kept;
    }

    /** {@code aws-chunked} is how the body came, and no property of the object. */
    private static void contentEncoding(HttpCall call, Map<String, String> kept) {
        List<String> encodings =
                call.header("content-encoding").stream()
                        .flatMap(value -> List.of(value.split("\\s*,\\s*")).stream())
                        .filter(encoding -> !encoding.equals("aws-chunked") && !encoding.isEmpty())
                        .toList();
        if (!encodings.isEmpty()) {
            kept.put("Content-Encoding", String.join(",", encodings));
        }
    }

    static String storageClass(HttpCall call) {
        return call.header("x-amz-storage-class").orElse(StorageClasses.STANDARD);
    }

    /** The tags of the header {@code x-amz-tagging}, which is written as a query string. */
    static Map<String, String> tags(HttpCall call) {
        return call.header("x-amz-tagging")
                .filter(text -> !text.isEmpty())
                .map(text -> Query.parse(text).all())
                .map(ObjectTags::checked)
                .orElse(Map.of());
    }

    /** The Object Lock headers of a write. */
    static Protection protection(HttpCall call) {
        boolean hold = call.header("x-amz-object-lock-legal-hold").filter("ON"::equals).isPresent();
        String mode = call.header("x-amz-object-lock-mode").orElse(null);
        String until = call.header("x-amz-object-lock-retain-until-date").orElse(null);
        if ((mode == null) != (until == null)) {
            throw AwsError.badRequest(
                    "InvalidArgument",
                    "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
        }
        return until == null
                ? Protection.NONE.withHold(hold)
                : new Protection(mode, instant(until), hold);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw AwsError.badRequest(
                    "InvalidArgument", "The retain until date must be provided in ISO 8601 format");
        }
    }

    /** What a read tells of a version, {@code Content-Length} left out. */
    static Map<String, String> of(StoredVersion version, boolean versioned, boolean checksums) {
        Detail detail = version.detail();
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", DEFAULT_TYPE);
        detail.headers()
                .forEach((name, value) -> {
                    if (checksums || !name.startsWith("x-amz-checksum-")) {
                        headers.put(name, value);
                    }
                });
        headers.put("ETag", "\"" + version.etag() + "\"");
        headers.put("Last-Modified", HTTP_DATE.format(version.modified()));
        headers.put("Accept-Ranges", "bytes");
        if (versioned) {
            headers.put("x-amz-version-id", version.id().text());
        }
        if (!version.storageClass().equals(StorageClasses.STANDARD)) {
            headers.put("x-amz-storage-class", version.storageClass());
        }
        if (!detail.tags().isEmpty()) {
            headers.put("x-amz-tagging-count", String.valueOf(detail.tags().size()));
        }
        protection(detail.protection(), headers);
        return headers;
    }

    private static void protection(Protection protection, Map<String, String> headers) {
        String mode = protection.mode();
        Instant until = protection.until();
        if (mode != null && until != null) {
            headers.put("x-amz-object-lock-mode", mode);
            headers.put("x-amz-object-lock-retain-until-date", XmlBytes.time(until));
        }
        if (protection.hold()) {
            headers.put("x-amz-object-lock-legal-hold", "ON");
        }
    }

    /** Metadata in the order in which it is told. */
    static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }
}
