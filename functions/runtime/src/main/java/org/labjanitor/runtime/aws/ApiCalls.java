package org.labjanitor.runtime.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts the requests that went out, retries included, by service and operation. */
public final class ApiCalls implements ExecutionInterceptor {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        String call =
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                        + ":"
                        + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        count(call);
    }

    /** Counts a request that went out past the SDK's clients, such as {@code S3:DeleteObjects}. */
    public void count(String call) {
        counts.computeIfAbsent(call, _ -> new LongAdder()).increment();
    }

    /** Calls so far, such as {@code Ec2:DescribeInstances} to 12. */
    public Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new TreeMap<>();
        counts.forEach((call, count) -> snapshot.put(call, count.sum()));
        return snapshot;
    }

    /** Calls since {@code earlier}, an earlier {@link #snapshot}. */
    public Map<String, Long> since(Map<String, Long> earlier) {
        Map<String, Long> difference = new TreeMap<>();
        snapshot()
                .forEach((call, count) -> {
                    long added = count - earlier.getOrDefault(call, 0L);
                    if (added > 0) {
                        difference.put(call, added);
                    }
                });
        return difference;
    }
}
