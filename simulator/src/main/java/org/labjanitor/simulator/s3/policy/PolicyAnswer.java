package org.labjanitor.simulator.s3.policy;

/** What a policy says about a call; a deny outweighs any allow. */
public enum PolicyAnswer {
    ALLOW,
    DENY,
    /** No statement is about the call. */
    SILENT
}
