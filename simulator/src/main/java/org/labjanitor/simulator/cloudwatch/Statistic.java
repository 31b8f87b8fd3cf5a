package org.labjanitor.simulator.cloudwatch;

import org.labjanitor.simulator.wire.AwsError;

/** The statistics that need no raw samples (CloudWatch statistics definitions). */
enum Statistic {
    AVERAGE("Average") {
        @Override
        double of(double count, double sum, double minimum, double maximum) {
            return sum / count;
        }
    },
    SUM("Sum") {
        @Override
        double of(double count, double sum, double minimum, double maximum) {
            return sum;
        }
    },
    MINIMUM("Minimum") {
        @Override
        double of(double count, double sum, double minimum, double maximum) {
            return minimum;
        }
    },
    MAXIMUM("Maximum") {
        @Override
        double of(double count, double sum, double minimum, double maximum) {
            return maximum;
        }
    },
    SAMPLE_COUNT("SampleCount") {
        @Override
        double of(double count, double sum, double minimum, double maximum) {
            return count;
        }
    };

    private final String awsName;

    Statistic(String awsName) {
        this.awsName = awsName;
    }

    abstract double of(double count, double sum, double minimum, double maximum);

    static Statistic named(String name) {
        for (Statistic statistic : values()) {
            if (statistic.awsName.equals(name)) {
                return statistic;
            }
        }
        throw AwsError.notSimulated("the statistic " + name);
    }
}
