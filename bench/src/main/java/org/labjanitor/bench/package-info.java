/** Benchmarks: run by hand, never by the tests. */
package org.labjanitor.bench;
