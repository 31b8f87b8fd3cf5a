package org.labjanitor.simulator.ec2;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/** Refuses members that AWS knows and the lab does not honour: never silently ignored. */
final class Honoured {
    private Honoured() {}

    private static boolean isPresent(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList);
    }

    static void only(String where, SdkPojo pojo, Set<String> members) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (isPresent(value)
                    && !members.contains(field.memberName())
                    && !field.memberName().equals("DryRun")) {
                throw AwsError.badRequest(
                        "UnknownParameter",
                        "The lab's %s does not know the parameter %s"
                                .formatted(where, field.memberName()));
            }
        }
    }
}
