/** One run over an account and its Regions. */
package org.labjanitor.instances.sweep;
