package org.labjanitor.core.launch;

/** Which image an instance starts from. */
public sealed interface ImageChoice {
    /** An image by its id. */
    record Ami(String id) implements ImageChoice {}

    /**
     * The image that a public or own parameter of Systems Manager names, such as the newest Amazon
     * Linux.
     *
     * @param name the parameter's, such as {@code /aws/service/ami-amazon-linux-latest/...}
     */
    record Parameter(String name) implements ImageChoice {}

    /** As a lab document writes it. */
    default String text() {
        return switch (this) {
            case Ami(String id) -> id;
            case Parameter(String name) -> "ssm:" + name;
        };
    }
}
