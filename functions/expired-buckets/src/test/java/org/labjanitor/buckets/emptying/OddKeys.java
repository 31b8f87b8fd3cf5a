package org.labjanitor.buckets.emptying;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keys that S3 takes and that tools stumble over. */
final class OddKeys {
    private static final List<String> SHAPES =
            List.of(
                    "a%s/b",
                    "%s",
                    "dots/./%s",
                    "dots/../%s",
                    "%s/..",
                    "//%s",
                    "%s//",
                    "per%%cent%%2F%s",
                    "plus+ and space %s",
                    "q?uery=%s&x;y=@:",
                    "<xml>&amp;\"'%s</xml>",
                    "\uD83D\uDE80%s\u00E9\u4E2D",
                    "back\\slash%s",
                    "#frag%s");

    private OddKeys() {}

    /** As many of them, all different. */
    static List<String> of(int count) {
        List<String> infixes = new ArrayList<>();
        for (int c = 1; c < 0x20; c++) {
            infixes.add(String.valueOf((char) c));
        }
        infixes.addAll(
                List.of("\u007F", "\u0085", "\u2028", "\uFFFD", "\uFFFE", "\uFFFF", "\r\n", "]]>"));
        Set<String> keys = new LinkedHashSet<>();
        keys.add("k".repeat(1024));
        keys.add("\u0001".repeat(1024));
        for (int round = 0; keys.size() < count; round++) {
            for (String shape : SHAPES) {
                for (String infix : infixes) {
                    keys.add(shape.formatted(infix + round));
                }
            }
        }
        return List.copyOf(keys).subList(0, count);
    }
}
