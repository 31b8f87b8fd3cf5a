package org.labjanitor.core.instance;

import java.util.regex.Pattern;

/**
 * Instance families with an accelerator (GPU, inference or training chip, transcoder, FPGA). Their
 * CPU can rest while the accelerator works, so CPU metrics say nothing about their use.
 */
public final class AcceleratedFamilies {
    private static final Pattern FAMILY =
            Pattern.compile("(p|g[0-9]|gr[0-9]|inf|trn|dl|vt|f[0-9]).*", Pattern.DOTALL);

    private AcceleratedFamilies() {}

    /** Whether an instance type such as {@code g5.xlarge} belongs to such a family. */
    public static boolean contains(String instanceType) {
        return FAMILY.matcher(instanceType).matches();
    }
}
