package org.labjanitor.launcher.request;

import org.labjanitor.core.launch.LabOrder;

/**
 * What a launch is asked to do, defaults filled in.
 *
 * @param waits whether it waits until the instances run
 */
public record LaunchRequest(LaunchMode mode, boolean waits, LabOrder order) {}
