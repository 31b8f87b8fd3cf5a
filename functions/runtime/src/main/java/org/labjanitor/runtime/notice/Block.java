package org.labjanitor.runtime.notice;

import java.util.List;

/**
 * A piece of a message that is not torn apart.
 *
 * @param text ends with an empty line
 * @param ids the resources that it speaks of
 */
record Block(String text, List<String> ids) {
    Block {
        ids = List.copyOf(ids);
    }
}
