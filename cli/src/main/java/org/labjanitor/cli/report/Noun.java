package org.labjanitor.cli.report;

/** What a sweep is about, in the number that a sentence needs. */
public record Noun(String one, String many) {
    /** From the sweep's name, such as {@code instances}. */
    public static Noun ofSweep(String sweep) {
        String one = sweep.endsWith("s") ? sweep.substring(0, sweep.length() - 1) : sweep;
        return new Noun(one, sweep);
    }

    public String count(long number) {
        return number + " " + (number == 1 ? one : many);
    }
}
