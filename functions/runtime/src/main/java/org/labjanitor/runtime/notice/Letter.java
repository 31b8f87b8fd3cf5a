package org.labjanitor.runtime.notice;

import java.util.List;
import org.labjanitor.runtime.result.SentNotice;

/**
 * One message, ready to be sent.
 *
 * @param subject ASCII, shorter than 100 characters
 * @param ids the resources that it speaks of
 */
record Letter(
        SentNotice.Kind kind, Recipient recipient, String subject, String body, List<String> ids) {
    Letter {
        ids = List.copyOf(ids);
    }
}
