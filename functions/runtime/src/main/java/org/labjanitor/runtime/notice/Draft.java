package org.labjanitor.runtime.notice;

import java.util.List;
import org.labjanitor.runtime.result.SentNotice;

/**
 * Everything that one recipient is to read, before it is cut into messages.
 *
 * @param subject the essence, in ASCII
 * @param opening stands before the blocks of each message
 * @param closing stands behind them
 */
record Draft(
        SentNotice.Kind kind,
        Recipient recipient,
        String subject,
        String opening,
        List<Block> blocks,
        String closing) {
    Draft {
        blocks = List.copyOf(blocks);
    }
}
