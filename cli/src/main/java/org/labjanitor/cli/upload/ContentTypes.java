package org.labjanitor.cli.upload;

import java.util.Locale;
import java.util.Map;

/** What a browser is told about a file, by the end of its name (IANA media types). */
public final class ContentTypes {
    /** What S3 says of an object of which nobody said what it is. */
    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION =
            Map.ofEntries(
                    Map.entry("avif", "image/avif"),
                    Map.entry("bz2", "application/x-bzip2"),
                    Map.entry("c", "text/plain"),
                    Map.entry("css", "text/css"),
                    Map.entry("csv", "text/csv"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("gz", "application/gzip"),
                    Map.entry("htm", "text/html"),
                    Map.entry("html", "text/html"),
                    Map.entry("ico", "image/vnd.microsoft.icon"),
                    Map.entry("ipynb", "application/x-ipynb+json"),
                    Map.entry("jar", "application/java-archive"),
                    Map.entry("java", "text/plain"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("js", "text/javascript"),
                    Map.entry("json", "application/json"),
                    Map.entry("jsonl", "application/jsonl"),
                    Map.entry("log", "text/plain"),
                    Map.entry("md", "text/markdown"),
                    Map.entry("mjs", "text/javascript"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("parquet", "application/vnd.apache.parquet"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("png", "image/png"),
                    Map.entry("py", "text/x-python"),
                    Map.entry("sh", "application/x-sh"),
                    Map.entry("sql", "application/sql"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("tar", "application/x-tar"),
                    Map.entry("tif", "image/tiff"),
                    Map.entry("tiff", "image/tiff"),
                    Map.entry("tsv", "text/tab-separated-values"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("wasm", "application/wasm"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("webm", "video/webm"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("yaml", "application/yaml"),
                    Map.entry("yml", "application/yaml"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("zst", "application/zstd"));

    private ContentTypes() {}

    /** The type of a file or key of that name. */
    public static String of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(extension, UNKNOWN);
    }
}
