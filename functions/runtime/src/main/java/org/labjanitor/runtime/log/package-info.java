/** What a run decided, line by line. */
package org.labjanitor.runtime.log;
