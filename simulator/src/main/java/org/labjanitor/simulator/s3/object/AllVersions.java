package org.labjanitor.simulator.s3.object;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A page of {@code ListObjectVersions}: every version and delete marker, newest first in a key. */
final class AllVersions extends Listing {
    private static final byte[] VERSION = XmlBytes.ascii("<Version><Key>");
    private static final byte[] MARKER = XmlBytes.ascii("<DeleteMarker><Key>");
    private static final byte[] VERSION_ID = XmlBytes.ascii("</Key><VersionId>");
    private static final byte[] NULL = XmlBytes.ascii("null");
    private static final byte[] LATEST =
            XmlBytes.ascii("</VersionId><IsLatest>true</IsLatest><LastModified>");
    private static final byte[] NOT_LATEST =
            XmlBytes.ascii("</VersionId><IsLatest>false</IsLatest><LastModified>");
    private static final byte[] VERSION_CLOSE = XmlBytes.ascii("</Version>");
    private static final byte[] MODIFIED_CLOSE = XmlBytes.ascii("</LastModified>");
    private static final byte[] MARKER_CLOSE = XmlBytes.ascii("</DeleteMarker>");

    private final RowText text;
    private final byte[] keyMarker;
    private final @Nullable VersionId versionMarker;
    private VersionId lastId = VersionId.NULL;
    private boolean latest;

    /**
     * A page after a marker.
     *
     * @param versionMarker null to go on after all versions of the marker's key
     */
    AllVersions(
            ListRequest request,
            byte[] keyMarker,
            @Nullable VersionId versionMarker,
            RowText text) {
        super(request, keyMarker);
        this.keyMarker = keyMarker;
        this.versionMarker = versionMarker;
        this.text = text;
    }

    VersionId lastId() {
        return lastId;
    }

    @Override
    public Step visit(Block block, int firstRow) {
        int row = firstRow;
        while (row < block.rows()) {
            int end = block.endOfKey(row);
            latest = true;
            for (int version = start(block, row, end); version < end; version++) {
                if (!block.isGone(version)) {
                    Step step = offer(block, version);
                    if (!step.isOn()) {
                        return step;
                    }
                    latest = false;
                }
            }
            row = end;
        }
        return Step.ON;
    }

    /** The first version of a key that is after the marker. */
    private int start(Block block, int row, int end) {
        if (versionMarker == null || !isMarkedKey(block, row)) {
            return row;
        }
        int after = after(block, row, end, versionMarker);
        int newest = block.latest(row);
        latest = newest < 0 || newest >= after;
        return after;
    }

    private boolean isMarkedKey(Block block, int row) {
        int start = block.keyStart(row);
        return Arrays.equals(
                block.keyBytes(),
                start,
                start + block.keyLength(row),
                keyMarker,
                0,
                keyMarker.length);
    }

    /**
     * A marker whose version was deleted meanwhile still has its place in the order. Not so {@code
     * null}: where it is gone the key's versions start over, lest any be missed.
     */
    private static int after(Block block, int first, int end, VersionId marker) {
        if (marker.isNull()) {
            int row = block.version(first, marker);
            return row < 0 ? first : row + 1;
        }
        int row = first;
        while (row < end && block.sequence(row) >= marker.sequence()) {
            row++;
        }
        return row;
    }

    @Override
    void write(XmlBytes out, Block block, int row) {
        boolean marker = block.isMarker(row);
        out.raw(marker ? MARKER : VERSION);
        key(out, block.keyBytes(), block.keyStart(row), block.keyLength(row));
        out.raw(VERSION_ID);
        if (block.hasNullId(row)) {
            out.raw(NULL);
        } else {
            out.versionId(block.sequence(row));
        }
        out.raw(latest ? LATEST : NOT_LATEST);
        if (marker) {
            out.instant(block.modified(row)).raw(MODIFIED_CLOSE);
        } else {
            text.modifiedAndContent(out, block, row);
        }
        text.owner(out);
        out.raw(marker ? MARKER_CLOSE : VERSION_CLOSE);
    }

    @Override
    void remember(Block block, int row) {
        lastId = block.hasNullId(row) ? VersionId.NULL : VersionId.of(block.sequence(row));
    }
}
