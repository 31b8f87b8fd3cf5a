package org.labjanitor.simulator;

import org.labjanitor.simulator.cloudtrail.EventHistory;
import org.labjanitor.simulator.cloudwatch.MetricStore;
import org.labjanitor.simulator.ec2.Ec2Region;
import org.labjanitor.simulator.ssm.SessionHistory;

/** One account in one Region, seen from behind the scenes. */
public final class LabRegion {
    private final Ec2Region ec2;
    private final MetricStore metrics;
    private final SessionHistory sessions;
    private final EventHistory events;

    LabRegion(Ec2Region ec2, MetricStore metrics, SessionHistory sessions, EventHistory events) {
        this.ec2 = ec2;
        this.metrics = metrics;
        this.sessions = sessions;
        this.events = events;
    }

    public Ec2Region ec2() {
        return ec2;
    }

    /** What CloudWatch knows. */
    public MetricStore metrics() {
        return metrics;
    }

    /** Who was logged in through Session Manager. */
    public SessionHistory sessions() {
        return sessions;
    }

    /** What CloudTrail has recorded. */
    public EventHistory events() {
        return events;
    }
}
