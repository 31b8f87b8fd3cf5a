/** The lab document: what a launch is asked to do. */
package org.labjanitor.launcher.request;
