package org.labjanitor.simulator.s3.object;

/** A page of {@code ListObjects} or {@code ListObjectsV2}: the latest version of each key. */
final class CurrentObjects extends Listing {
    private static final byte[] OPEN = XmlBytes.ascii("<Contents><Key>");
    private static final byte[] MODIFIED = XmlBytes.ascii("</Key><LastModified>");
    private static final byte[] CLOSE = XmlBytes.ascii("</Contents>");

    private final RowText text;

    CurrentObjects(ListRequest request, byte[] marker, RowText text) {
        super(request, marker);
        this.text = text;
    }

    @Override
    public Step visit(Block block, int firstRow) {
        int row = firstRow;
        while (row < block.rows()) {
            int latest = block.latest(row);
            if (latest >= 0 && !block.isMarker(latest)) {
                Step step = offer(block, latest);
                if (!step.isOn()) {
                    return step;
                }
            }
            row = block.endOfKey(row);
        }
        return Step.ON;
    }

    @Override
    void write(XmlBytes out, Block block, int row) {
        out.raw(OPEN);
        key(out, block.keyBytes(), block.keyStart(row), block.keyLength(row));
        out.raw(MODIFIED);
        text.modifiedAndContent(out, block, row);
        text.owner(out);
        out.raw(CLOSE);
    }

    @Override
    void remember(Block block, int row) {}
}
