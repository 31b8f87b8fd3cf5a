/** What is in a bucket: versions, delete markers, uploads. */
package org.labjanitor.simulator.s3.object;
