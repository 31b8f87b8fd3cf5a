package org.labjanitor.core.instance;

import java.util.regex.Pattern;

/** What the name of an instance type, such as {@code g5.xlarge}, says about its hardware. */
public final class TypeFeatures {
    private static final Pattern ACCELERATED =
            Pattern.compile("(p|g[0-9]|gr[0-9]|inf|trn|dl|vt|f[0-9]).*", Pattern.DOTALL);

    /** All P and G families but g4ad, whose GPUs are AMD's. */
    private static final Pattern NVIDIA = Pattern.compile("(?!g4ad)(p|g|gr)[0-9].*");

    /** T2 and later; t1.micro bursts without credits. */
    private static final Pattern BURSTABLE = Pattern.compile("t[2-9][a-z]*\\..*");

    private TypeFeatures() {}

    /**
     * Whether it has an accelerator (GPU, inference or training chip, transcoder, FPGA). Its CPU
     * can rest while the accelerator works, so CPU metrics say nothing about its use.
     */
    public static boolean isAccelerated(String instanceType) {
        return ACCELERATED.matcher(instanceType).matches();
    }

    /** Whether it has a GPU that {@code nvidia-smi} can ask. */
    public static boolean hasNvidiaGpu(String instanceType) {
        return NVIDIA.matcher(instanceType).matches();
    }

    /** Whether it earns and spends CPU credits. */
    public static boolean isBurstable(String instanceType) {
        return BURSTABLE.matcher(instanceType).matches();
    }
}
