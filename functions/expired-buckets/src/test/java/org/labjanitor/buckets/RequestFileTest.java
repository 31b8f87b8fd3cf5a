package org.labjanitor.buckets;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.runtime.requests.Delivery;
import org.labjanitor.runtime.requests.RequestFileContract;

class RequestFileTest extends RequestFileContract {
    private final Scene scene;

    RequestFileTest() {
        Scene furnished = new Scene();
        super(furnished.lab(), "buckets", "ListBuckets");
        scene = furnished;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Override
    protected void takeRequestsFrom(String bucket) {
        scene.configure(Scene.settings(Scene.ACCOUNT).withRequestsIn(bucket));
    }

    @Override
    protected String inUse() {
        scene.inUse("lab-at-work");
        return "lab-at-work";
    }

    @Override
    protected String removable() {
        scene.expired("lab-over");
        return "lab-over";
    }

    @Override
    protected boolean isGone(String id) {
        return scene.isGone(id);
    }

    @Override
    protected String removalOf(String id) {
        return "{\"mode\": \"clean\", \"delete\": [\"%s\"], \"reason\": \"asked by the trainer\"}"
                .formatted(id);
    }

    @Override
    protected String answer(Delivery delivery) throws IOException {
        try (ExpiredBucketsHandler handler = scene.handler()) {
            return delivery.to(handler);
        }
    }
}
