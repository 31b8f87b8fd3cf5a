package org.labjanitor.cli.demo;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.labjanitor.simulator.ec2.InstanceSeed;

/**
 * An instance of the demo's lab.
 *
 * @param age time since it was launched
 * @param traits what it is like, for EC2
 * @param hasAddress whether an Elastic IP belongs to it
 */
record Machine(
        String region,
        String zone,
        Duration age,
        Habits habits,
        UnaryOperator<InstanceSeed.Builder> traits,
        boolean hasAddress) {

    static Machine in(String region, String zone, Duration age, Work work) {
        return new Machine(region, zone, age, Habits.of(work), UnaryOperator.identity(), false);
    }

    /** The same machine with one more trait. */
    Machine with(UnaryOperator<InstanceSeed.Builder> trait) {
        return new Machine(
                region, zone, age, habits, seed -> trait.apply(traits.apply(seed)), hasAddress);
    }

    Machine tag(String key, String value) {
        return with(seed -> seed.tag(key, value));
    }

    /** The same machine with other habits. */
    Machine living(UnaryOperator<Habits> change) {
        return new Machine(region, zone, age, change.apply(habits), traits, hasAddress);
    }

    Machine elasticIp() {
        return new Machine(region, zone, age, habits, traits, true);
    }
}
