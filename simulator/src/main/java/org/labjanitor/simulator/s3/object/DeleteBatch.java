package org.labjanitor.simulator.s3.object;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;

/** Deletes the keys of one {@code DeleteObjects} one by one, and writes what came of each. */
final class DeleteBatch {
    private static final byte[] DELETED = XmlBytes.ascii("<Deleted><Key>");
    private static final byte[] KEY_CLOSE = XmlBytes.ascii("</Key>");
    private static final byte[] VERSION = XmlBytes.ascii("<VersionId>");
    private static final byte[] VERSION_CLOSE = XmlBytes.ascii("</VersionId>");
    private static final byte[] MARKER =
            XmlBytes.ascii("<DeleteMarker>true</DeleteMarker><DeleteMarkerVersionId>");
    private static final byte[] MARKER_CLOSE = XmlBytes.ascii("</DeleteMarkerVersionId>");
    private static final byte[] DELETED_CLOSE = XmlBytes.ascii("</Deleted>");
    private static final int EXPECTED_SIZE = 4_096;

    private final ObjectSpace space;
    private final Deletion deletion;
    private final Permissions permissions;
    private final boolean quiet;
    private final ObjectNews news;
    private final XmlBytes out = XmlBytes.document(EXPECTED_SIZE);

    DeleteBatch(
            ObjectSpace space,
            Deletion deletion,
            Permissions permissions,
            boolean quiet,
            ObjectNews news) {
        this.space = space;
        this.deletion = deletion;
        this.permissions = permissions;
        this.quiet = quiet;
        this.news = news;
        out.raw("<DeleteResult xmlns=\"" + XmlBytes.NAMESPACE + "\">");
    }

    XmlBytes finish() {
        return out.raw("</DeleteResult>");
    }

    void delete(DeleteRequest.Entry entry) {
        byte[] key = entry.key();
        AwsError denial = permissions.denial(entry);
        if (denial != null) {
            error(entry, denial);
        } else if (space.trouble().refuses(key, deletion.now())) {
            error(entry, Trouble.slowDown());
        } else if (space.trouble().fails(key)) {
            error(
                    entry,
                    new AwsError(
                            "InternalError",
                            "We encountered an internal error. Please try again.",
                            500));
        } else {
            deleteAllowed(entry);
        }
    }

    private void deleteAllowed(DeleteRequest.Entry entry) {
        byte[] text = entry.versionText();
        if (text == null) {
            tell(entry, space.delete(entry.key(), null, deletion));
            return;
        }
        Optional<VersionId> id = VersionId.parse(text, 0, text.length);
        if (id.isEmpty()) {
            error(
                    entry,
                    new AwsError("NoSuchVersion", "The specified version does not exist.", 404));
        } else {
            tell(entry, space.delete(entry.key(), id.get(), deletion));
        }
    }

    private void tell(DeleteRequest.Entry entry, Removal removal) {
        news.removed(entry.key(), removal);
        if (removal.kind() == Removal.Kind.LOCKED) {
            error(entry, Permissions.locked());
        } else if (!quiet) {
            deleted(entry, removal);
        }
    }

    private void deleted(DeleteRequest.Entry entry, Removal removal) {
        out.raw(DELETED).text(entry.key(), 0, entry.key().length).raw(KEY_CLOSE);
        version(entry.versionText());
        if (removal.kind() == Removal.Kind.MARKER_ADDED
                || removal.kind() == Removal.Kind.MARKER_REMOVED) {
            out.raw(MARKER).text(removal.id().text()).raw(MARKER_CLOSE);
        }
        out.raw(DELETED_CLOSE);
    }

    private void version(byte @Nullable [] text) {
        if (text != null) {
            out.raw(VERSION).text(text, 0, text.length).raw(VERSION_CLOSE);
        }
    }

    private void error(DeleteRequest.Entry entry, AwsError error) {
        out.raw("<Error><Key>").text(entry.key(), 0, entry.key().length).raw(KEY_CLOSE);
        version(entry.versionText());
        out.element("Code", error.code()).element("Message", error.message()).raw("</Error>");
    }
}
