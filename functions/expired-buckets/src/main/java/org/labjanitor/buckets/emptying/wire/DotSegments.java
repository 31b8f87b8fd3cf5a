package org.labjanitor.buckets.emptying.wire;

/**
 * Segments of a path that would be taken for "here" and "one up": Java's URLs resolve them, S3 does
 * not, and signs the path with plain dots.
 */
final class DotSegments {
    private DotSegments() {}

    /** The path with the dots of such segments in hex. */
    static String encode(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        StringBuilder encoded = new StringBuilder(path.length() + 8);
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            boolean isDots = segment.equals(".") || segment.equals("..");
            encoded.append(isDots ? segment.replace(".", "%2E") : segment);
            if (slash < 0) {
                break;
            }
            encoded.append('/');
            start = end + 1;
        }
        return encoded.toString();
    }
}
