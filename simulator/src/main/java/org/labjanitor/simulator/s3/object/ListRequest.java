package org.labjanitor.simulator.s3.object;

/**
 * What all listings have in common.
 *
 * @param prefix empty for every key
 * @param delimiter empty for none
 * @param maxKeys 0 to 1,000
 * @param urlEncoding whether keys are written URL-encoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record ListRequest(byte[] prefix, byte[] delimiter, int maxKeys, boolean urlEncoding) {
    static ListRequest of(Query query) {
        return new ListRequest(
                query.bytes("prefix"),
                query.bytes("delimiter"),
                query.pageSize("max-keys"),
                query.urlEncoding());
    }

    /**
     * The common prefix that a key is rolled up into, or a length of 0: the key's bytes up to the
     * end of the first delimiter after the prefix.
     */
    int commonPrefixLength(byte[] bytes, int from, int length) {
        if (delimiter.length == 0) {
            return 0;
        }
        int at = Keys.indexOf(bytes, from + prefix.length, from + length, delimiter);
        return at < 0 ? 0 : at + delimiter.length - from;
    }
}
