/** Uploading files and folders to a bucket, in parts, with checksums that S3 confirms. */
package org.labjanitor.cli.upload;
