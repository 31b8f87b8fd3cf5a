package org.labjanitor.simulator.ec2;

/**
 * What a call takes from the token buckets.
 *
 * @param costlyListing whether it is a listing that is neither filtered nor paged
 * @param instances how many instances it terminates or stops
 */
record CallCost(String operation, boolean costlyListing, int instances) {}
