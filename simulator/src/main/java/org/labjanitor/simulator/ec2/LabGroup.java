package org.labjanitor.simulator.ec2;

/** A security group. */
record LabGroup(String id, String name, String description) {}
