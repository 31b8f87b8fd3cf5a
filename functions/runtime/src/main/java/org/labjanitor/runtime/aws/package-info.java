/** SDK clients: built in one place, counted, and their errors put into words. */
package org.labjanitor.runtime.aws;
