/** Requests that people put into a bucket, each run once. */
package org.labjanitor.runtime.requests;
