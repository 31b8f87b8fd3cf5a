/** The deployment read by a machine: what linters cannot know about {@code template.yaml}. */
package org.labjanitor.deployment;
