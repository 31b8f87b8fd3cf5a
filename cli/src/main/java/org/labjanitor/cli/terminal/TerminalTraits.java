package org.labjanitor.cli.terminal;

/**
 * What the surroundings of this process can show and take.
 *
 * @param width cells in a line
 * @param unicode whether the encoding is UTF-8; plain ASCII is assumed otherwise
 * @param colours whether nothing speaks against colours where a person reads
 * @param outputIsTerminal whether a person reads the output
 * @param errorIsTerminal whether a person reads the messages
 * @param inputIsTerminal whether a person can be asked
 */
public record TerminalTraits(
        int width,
        boolean unicode,
        boolean colours,
        boolean outputIsTerminal,
        boolean errorIsTerminal,
        boolean inputIsTerminal) {}
