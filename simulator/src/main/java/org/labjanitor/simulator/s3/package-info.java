/** S3: the service, its errors and its way onto the wire. */
package org.labjanitor.simulator.s3;
