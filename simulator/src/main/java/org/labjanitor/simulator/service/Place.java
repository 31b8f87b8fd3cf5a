package org.labjanitor.simulator.service;

/** An account in a Region: the ground on which regional resources of AWS stand. */
public record Place(String accountId, String region) {}
