package org.labjanitor.simulator.s3.object;

/**
 * What came of deleting a key or a version.
 *
 * @param id of the version or marker that was removed or added; meaningless for {@link
 *     Kind#NOTHING} and {@link Kind#LOCKED}
 */
record Removal(Kind kind, VersionId id) {
    /** What happened. */
    enum Kind {
        /** There was nothing to remove, which S3 calls a success. */
        NOTHING,
        VERSION_REMOVED,
        MARKER_REMOVED,
        MARKER_ADDED,
        /** Object Lock protects the version. */
        LOCKED,
        /** There is no such object, and the caller has set conditions on it. */
        MISSING,
        /** The caller's condition does not hold. */
        CONDITION_FAILED
    }

    static final Removal NOTHING = new Removal(Kind.NOTHING, VersionId.NULL);
    static final Removal LOCKED = new Removal(Kind.LOCKED, VersionId.NULL);
    static final Removal MISSING = new Removal(Kind.MISSING, VersionId.NULL);
    static final Removal CONDITION_FAILED = new Removal(Kind.CONDITION_FAILED, VersionId.NULL);
    static final Removal NULL_VERSION = new Removal(Kind.VERSION_REMOVED, VersionId.NULL);
}
