package org.labjanitor.core.judge;

import java.time.Instant;
import org.labjanitor.core.instance.Instance;

/** An instance of which it is known when it was started, first and last. */
record Running(Instance instance, Instant firstLaunch, Instant lastStart) {}
