/** What a run did, as one record, and its JSON. */
package org.labjanitor.runtime.result;
