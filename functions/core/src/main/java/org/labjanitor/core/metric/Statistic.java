package org.labjanitor.core.metric;

/** How CloudWatch condenses the samples of one period into one number. */
public enum Statistic {
    AVERAGE("Average"),
    MAXIMUM("Maximum"),
    SUM("Sum"),
    SAMPLE_COUNT("SampleCount");

    private final String awsName;

    Statistic(String awsName) {
        this.awsName = awsName;
    }

    /** The statistic's name in CloudWatch. */
    public String awsName() {
        return awsName;
    }
}
