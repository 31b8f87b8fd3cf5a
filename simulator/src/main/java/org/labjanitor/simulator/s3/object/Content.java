package org.labjanitor.simulator.s3.object;

/** The bytes of one object. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Content(byte[] bytes) {}
