package org.labjanitor.simulator.s3.object;

/** What every listing writes of a row after its key. */
final class RowText {
    private static final byte[] ETAG = XmlBytes.ascii("</LastModified><ETag>&quot;");
    private static final byte[] SIZE = XmlBytes.ascii("&quot;</ETag><Size>");
    private static final byte[] CLASS = XmlBytes.ascii("</Size><StorageClass>");
    private static final byte[] CLASS_CLOSE = XmlBytes.ascii("</StorageClass>");

    private final ObjectSpace space;
    private final byte[] owner;
    private long lastSize = -1;
    private byte[] lastTag = {};

    /**
     * Text for one page.
     *
     * @param ownerId canonical id of the owner, empty where the listing leaves owners out
     */
    RowText(ObjectSpace space, String ownerId) {
        this.space = space;
        this.owner =
                XmlBytes.ascii(ownerId.isEmpty() ? "" : "<Owner><ID>" + ownerId + "</ID></Owner>");
    }

    void modifiedAndContent(XmlBytes out, Block block, int row) {
        out.instant(block.modified(row)).raw(ETAG);
        long size = block.size(row);
        Detail detail = block.detail(row);
        if (detail != null && detail.etag() != null) {
            out.raw(detail.etag());
        } else {
            out.raw(tagOfZeros(size));
        }
        out.raw(SIZE).number(size);
        out.raw(CLASS).raw(StorageClasses.bytes(block.storageClass(row))).raw(CLASS_CLOSE);
    }

    private byte[] tagOfZeros(long size) {
        if (size != lastSize) {
            lastTag = space.etags().ofZeros(size);
            lastSize = size;
        }
        return lastTag;
    }

    void owner(XmlBytes out) {
        out.raw(owner);
    }
}
