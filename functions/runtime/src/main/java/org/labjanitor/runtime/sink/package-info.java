/** What a run in Lambda leaves behind besides its answer. */
package org.labjanitor.runtime.sink;
