package org.labjanitor.launcher.preflight;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.labjanitor.core.launch.InstanceOrder;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;

/** Whether the key pairs are there. */
final class KeyPairCheck {
    private final Ec2Questions questions;
    private final String region;
    private final List<String> faults;

    KeyPairCheck(Ec2Questions questions, String region, List<String> faults) {
        this.questions = questions;
        this.region = region;
        this.faults = faults;
    }

    void check(List<InstanceOrder> orders) {
        Set<String> wanted =
                orders.stream()
                        .map(InstanceOrder::keyName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted.isEmpty()) {
            return;
        }
        questions.keyPairs(wanted).ifPresent(found -> check(wanted, found));
    }

    private void check(Set<String> wanted, List<KeyPairInfo> found) {
        Set<String> missing = new HashSet<>(wanted);
        found.forEach(pair -> missing.remove(pair.keyName()));
        for (String name : missing) {
            faults.add(
                    "there is no key pair %s in %s; leave keyName out to use Session Manager"
                            .formatted(name, region));
        }
    }
}
