/** What is written on instances for their owners to see. */
package org.labjanitor.instances.tagging;
