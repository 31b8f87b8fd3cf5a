/** Bucket policies: who may do what to a bucket and what is in it. */
package org.labjanitor.simulator.s3.policy;
