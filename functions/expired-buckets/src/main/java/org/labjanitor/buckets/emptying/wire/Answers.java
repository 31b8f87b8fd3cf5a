package org.labjanitor.buckets.emptying.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads S3's answers. */
final class Answers {
    private static final String ENCODED = "url";

    private Answers() {}

    /** What a body is read into. */
    @FunctionalInterface
    interface Reader<T> {
        /**
         * Reads the whole body.
         *
         * @throws ErrorBody if it turns out to be an error
         */
        T read(InputStream body) throws IOException, ErrorBody;
    }

    /** S3 answered with an error, maybe under a status that says all is well. */
    static final class ErrorBody extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient S3Error error;

        ErrorBody(S3Error error) {
            super(error.code());
            this.error = error;
        }

        S3Error error() {
            return error;
        }
    }

    /** A page of ListObjectVersions or ListObjectsV2. */
    static ListedPage listed(InputStream body) throws IOException, ErrorBody {
        XmlScanner xml = new XmlScanner(body);
        KeyPageBuilder page = new KeyPageBuilder();
        ByteSink scratch = new ByteSink(64);
        PageEnd end = new PageEnd();
        long name;
        while ((name = xml.next()) != XmlScanner.END) {
            if (name == XmlScanner.CLOSE) {
                long closed = xml.closed();
                if (closed == Names.VERSION || closed == Names.CONTENTS) {
                    page.end(false);
                } else if (closed == Names.DELETE_MARKER) {
                    page.end(true);
                }
            } else if (name == Names.KEY) {
                page.key(xml);
            } else if (name == Names.VERSION_ID && xml.depth() > 2) {
                page.versionId(xml);
            } else if (name == Names.SIZE) {
                page.size(number(xml, scratch));
            } else if (name == Names.VERSION
                    || name == Names.DELETE_MARKER
                    || name == Names.CONTENTS) {
                page.begin();
            } else if (xml.depth() <= 2) {
                end.read(name, xml);
            }
        }
        KeyPage keys = page.build(end.encoded);
        return new ListedPage(keys, end.next(keys));
    }

    /** A page of ListMultipartUploads. */
    static UploadsPage uploads(InputStream body) throws IOException, ErrorBody {
        XmlScanner xml = new XmlScanner(body);
        List<byte[]> keys = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        ByteSink scratch = new ByteSink(64);
        PageEnd end = new PageEnd();
        long name;
        while ((name = xml.next()) != XmlScanner.END) {
            if (name == Names.KEY) {
                keys.add(bytes(xml, scratch));
            } else if (name == Names.UPLOAD_ID && xml.depth() > 2) {
                ids.add(text(xml, scratch));
            } else if (xml.depth() <= 2 && name != XmlScanner.CLOSE) {
                end.read(name, xml);
            }
        }
        List<UploadsPage.OpenUpload> uploads = new ArrayList<>(ids.size());
        for (int i = 0; i < Math.min(keys.size(), ids.size()); i++) {
            uploads.add(new UploadsPage.OpenUpload(end.key(keys.get(i)), ids.get(i)));
        }
        return new UploadsPage(uploads, end.next());
    }

    /** The keys that a DeleteObjects did not delete. */
    static List<KeyError> deleted(InputStream body) throws IOException, ErrorBody {
        XmlScanner xml = new XmlScanner(body);
        List<KeyError> errors = new ArrayList<>();
        ErrorFields fields = new ErrorFields();
        long name;
        while ((name = xml.next()) != XmlScanner.END) {
            if (name == XmlScanner.CLOSE) {
                if (xml.closed() == Names.ERROR && xml.depth() == 1) {
                    errors.add(fields.ofKey());
                }
            } else if (name == Names.ERROR) {
                fields = new ErrorFields();
                fields.refuseRoot(xml);
            } else {
                fields.read(name, xml);
            }
        }
        return errors;
    }

    /** An answer whose body, if any, does not matter unless it is an error. */
    static Boolean nothing(InputStream body) throws IOException, ErrorBody {
        XmlScanner xml = new XmlScanner(body);
        if (xml.next() == Names.ERROR) {
            throw new ErrorBody(error(xml));
        }
        return Boolean.TRUE;
    }

    /** An error document; empty where the body is none. */
    static Optional<S3Error> error(InputStream body, int status) {
        try {
            XmlScanner xml = new XmlScanner(body);
            if (xml.next() != Names.ERROR) {
                return Optional.empty();
            }
            S3Error error = error(xml);
            return Optional.of(new S3Error(error.code(), error.message(), status));
        } catch (IOException e) {
            return Optional.empty(); // The status says enough where the body is not S3's.
        }
    }

    private static S3Error error(XmlScanner xml) throws IOException {
        ErrorFields fields = new ErrorFields();
        long name;
        while ((name = xml.next()) != XmlScanner.END) {
            fields.read(name, xml);
        }
        return fields.error();
    }

    private static String text(XmlScanner xml, ByteSink scratch) throws IOException {
        scratch.clear();
        xml.text(scratch);
        return scratch.toText();
    }

    private static byte[] bytes(XmlScanner xml, ByteSink scratch) throws IOException {
        scratch.clear();
        xml.text(scratch);
        return scratch.toBytes();
    }

    private static long number(XmlScanner xml, ByteSink scratch) throws IOException {
        scratch.clear();
        xml.text(scratch);
        long number = 0;
        for (int i = 0; i < scratch.length(); i++) {
            byte c = scratch.array()[i];
            if (c >= '0' && c <= '9') {
                number = number * 10 + c - '0';
            }
        }
        return number;
    }

    /** The fields of a listing that are not entries. */
    private static final class PageEnd {
        private final ByteSink scratch = new ByteSink(64);
        private boolean encoded;
        private boolean truncated;
        private byte[] nextKey = new byte[0];
        private String nextId = "";

        void read(long name, XmlScanner xml) throws IOException, ErrorBody {
            if (name == Names.IS_TRUNCATED) {
                truncated = text(xml, scratch).equals("true");
            } else if (name == Names.ENCODING_TYPE) {
                encoded = text(xml, scratch).equals(ENCODED);
            } else if (name == Names.NEXT_KEY_MARKER) {
                nextKey = bytes(xml, scratch);
            } else if (name == Names.NEXT_VERSION_ID_MARKER
                    || name == Names.NEXT_UPLOAD_ID_MARKER) {
                nextId = text(xml, scratch);
            } else if (name == Names.ERROR && xml.depth() == 1) {
                throw new ErrorBody(error(xml));
            }
        }

        String key(byte[] raw) {
            ByteSink sink = new ByteSink(raw.length);
            sink.add(raw);
            return encoded
                    ? new String(UrlText.decode(sink), java.nio.charset.StandardCharsets.UTF_8)
                    : sink.toText();
        }

        @Nullable ListMarker next() {
            return truncated ? new ListMarker(key(nextKey), nextId) : null;
        }

        /** ListObjectsV2 names no marker; its start-after takes the last key. */
        @Nullable ListMarker next(KeyPage keys) {
            if (truncated && nextKey.length == 0 && keys.count() > 0) {
                return ListMarker.after(keys.key(keys.count() - 1));
            }
            return next();
        }
    }

    /** The fields of an error, of a key's or of a whole request's. */
    private static final class ErrorFields {
        private final ByteSink scratch = new ByteSink(64);
        private String key = "";
        private String versionId = "";
        private String code = "";
        private String message = "";

        void read(long name, XmlScanner xml) throws IOException {
            if (name == Names.KEY) {
                key = text(xml, scratch);
            } else if (name == Names.VERSION_ID) {
                versionId = text(xml, scratch);
            } else if (name == Names.CODE) {
                code = text(xml, scratch);
            } else if (name == Names.MESSAGE) {
                message = text(xml, scratch);
            }
        }

        void refuseRoot(XmlScanner xml) throws IOException, ErrorBody {
            if (xml.depth() == 1) {
                throw new ErrorBody(Answers.error(xml));
            }
        }

        S3Error error() {
            return new S3Error(code, message, 0);
        }

        KeyError ofKey() {
            return new KeyError(key, versionId, error());
        }
    }
}
