/** An AWS lab on loopback with a clock you can turn: for the demo, tests and benchmarks. */
package org.labjanitor.simulator;
