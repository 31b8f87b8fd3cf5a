package org.labjanitor.buckets.emptying.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.labjanitor.buckets.emptying.wire.Answers.ErrorBody;

/** Pages of a listing as S3 writes them. */
public final class Pages {
    private Pages() {}

    /** A page of versions with these keys, read from S3's XML. */
    public static ListedPage of(List<String> keys, boolean truncated) {
        return read(versions(keys, truncated));
    }

    static ListedPage read(String xml) {
        try {
            return Answers.listed(stream(xml));
        } catch (IOException | ErrorBody e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    static ByteArrayInputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    static String versions(List<String> keys, boolean truncated) {
        StringBuilder xml = new StringBuilder(256);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")
                .append("<Name>b</Name><Prefix/><KeyMarker></KeyMarker><VersionIdMarker/>")
                .append("<EncodingType>url</EncodingType><IsTruncated>")
                .append(truncated)
                .append("</IsTruncated>");
        if (truncated) {
            xml.append("<NextKeyMarker>")
                    .append(encoded(keys.getLast()))
                    .append("</NextKeyMarker><NextVersionIdMarker>null</NextVersionIdMarker>");
        }
        for (String key : keys) {
            xml.append("<Version><Key>")
                    .append(encoded(key))
                    .append("</Key><VersionId>null</VersionId><IsLatest>true</IsLatest>")
                    .append("<ETag>&quot;0&quot;</ETag><Size>7</Size>")
                    .append("<Owner><ID>x</ID></Owner></Version>");
        }
        return xml.append("</ListVersionsResult>").toString();
    }

    static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
