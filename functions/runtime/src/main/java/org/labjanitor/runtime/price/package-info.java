/** What an instance costs on demand. */
package org.labjanitor.runtime.price;
