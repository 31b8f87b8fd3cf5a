/** A whole lab on this machine, and its story: to see the janitor at work without an account. */
package org.labjanitor.cli.demo;
