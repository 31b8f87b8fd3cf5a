/** One bucket, emptied for a person who waits for it. */
package org.labjanitor.cli.emptying;
