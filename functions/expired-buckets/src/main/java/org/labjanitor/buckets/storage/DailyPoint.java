package org.labjanitor.buckets.storage;

import java.time.Instant;

/** The newest point of a daily metric. */
record DailyPoint(Instant day, long value) {}
