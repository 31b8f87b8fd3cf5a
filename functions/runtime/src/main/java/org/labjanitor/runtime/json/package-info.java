/** Strict reading of JSON: every fault is found and named, nothing is guessed. */
package org.labjanitor.runtime.json;
