/** What instances cost on demand, and what storage costs. */
package org.labjanitor.runtime.price;
