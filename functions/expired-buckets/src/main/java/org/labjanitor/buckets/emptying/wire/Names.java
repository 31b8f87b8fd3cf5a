package org.labjanitor.buckets.emptying.wire;

/** Elements of S3's answers that the emptier reads. */
final class Names {
    static final long VERSION = XmlScanner.name("Version");
    static final long DELETE_MARKER = XmlScanner.name("DeleteMarker");
    static final long CONTENTS = XmlScanner.name("Contents");
    static final long UPLOAD = XmlScanner.name("Upload");
    static final long KEY = XmlScanner.name("Key");
    static final long VERSION_ID = XmlScanner.name("VersionId");
    static final long UPLOAD_ID = XmlScanner.name("UploadId");
    static final long SIZE = XmlScanner.name("Size");
    static final long IS_TRUNCATED = XmlScanner.name("IsTruncated");
    static final long NEXT_KEY_MARKER = XmlScanner.name("NextKeyMarker");
    static final long NEXT_VERSION_ID_MARKER = XmlScanner.name("NextVersionIdMarker");
    static final long NEXT_UPLOAD_ID_MARKER = XmlScanner.name("NextUploadIdMarker");
    static final long ENCODING_TYPE = XmlScanner.name("EncodingType");
    static final long ERROR = XmlScanner.name("Error");
    static final long CODE = XmlScanner.name("Code");
    static final long MESSAGE = XmlScanner.name("Message");

    private Names() {}
}
