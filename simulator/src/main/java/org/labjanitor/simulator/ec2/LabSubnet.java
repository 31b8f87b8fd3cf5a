package org.labjanitor.simulator.ec2;

import org.labjanitor.simulator.ec2.offer.Zone;

/** A default subnet: one in every zone, and what starts in it gets a public address. */
record LabSubnet(String id, Zone zone, String cidr) {}
