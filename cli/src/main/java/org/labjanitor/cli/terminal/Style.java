package org.labjanitor.cli.terminal;

/** How a piece of text looks where there are colours. */
public enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31"),
    NAME("36"),
    GOOD_TITLE("1;32"),
    WARNING_TITLE("1;33"),
    BAD_TITLE("1;31"),
    /** White on red, for what must not be overlooked. */
    ALARM("1;37;41");

    private final String codes;

    Style(String codes) {
        this.codes = codes;
    }

    String codes() {
        return codes;
    }
}
