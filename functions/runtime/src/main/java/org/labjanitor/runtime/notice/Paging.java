package org.labjanitor.runtime.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a draft into messages. SNS takes 256 KB; a message here stays below the 102 KB after which a
 * well-known mail service hides the rest behind a link.
 */
final class Paging {
    private static final int MOST_BYTES = 96_000;

    /** SNS: "less than 100 characters long" (API reference, Publish). */
    private static final int LONGEST_SUBJECT = 99;

    private Paging() {}

    static List<Letter> letters(Draft draft) {
        List<List<Block>> parts = parts(draft);
        List<Letter> letters = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            letters.add(letter(draft, parts.get(part), part + 1, parts.size()));
        }
        return letters;
    }

    private static List<List<Block>> parts(Draft draft) {
        List<List<Block>> parts = new ArrayList<>();
        List<Block> part = new ArrayList<>();
        int frame = bytes(draft.opening()) + bytes(draft.closing());
        int size = frame;
        for (Block block : draft.blocks()) {
            int more = bytes(block.text());
            if (!part.isEmpty() && size + more > MOST_BYTES) {
                parts.add(part);
                part = new ArrayList<>();
                size = frame;
            }
            part.add(block);
            size += more;
        }
        parts.add(part);
        return parts;
    }

    private static Letter letter(Draft draft, List<Block> blocks, int part, int parts) {
        List<String> ids = blocks.stream().flatMap(block -> block.ids().stream()).toList();
        StringBuilder body = new StringBuilder(draft.opening());
        String suffix = "";
        if (parts > 1) {
            suffix = " (part %d of %d)".formatted(part, parts);
            body.append(
                    String.format(
                            Locale.ROOT,
                            "\nThis is part %d of %d. It speaks of %,d of them.\n",
                            part,
                            parts,
                            ids.size()));
        }
        body.append('\n');
        blocks.forEach(block -> body.append(block.text()));
        body.append(draft.closing());
        String subject =
                HarmlessText.ascii(draft.subject(), LONGEST_SUBJECT - suffix.length()) + suffix;
        return new Letter(draft.kind(), draft.recipient(), subject, body.toString(), ids);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
