package org.labjanitor.instances.evidence;

import org.labjanitor.core.metric.MetricQuery;

/** A series of one instance. */
record InstanceQuery(String instanceId, MetricQuery query) {}
