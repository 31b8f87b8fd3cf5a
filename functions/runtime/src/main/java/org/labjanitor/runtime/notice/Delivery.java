package org.labjanitor.runtime.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.labjanitor.runtime.result.SentNotice;

/**
 * What became of messages.
 *
 * @param accepted when SNS accepted the message that speaks of a resource, by the resource's id; a
 *     resource whose message was not accepted is missing
 */
public record Delivery(Map<String, Instant> accepted, List<SentNotice> sent) {
    public Delivery {
        accepted = Map.copyOf(accepted);
        sent = List.copyOf(sent);
    }
}
