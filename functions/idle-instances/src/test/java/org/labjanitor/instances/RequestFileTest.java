package org.labjanitor.instances;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.requests.Delivery;
import org.labjanitor.runtime.requests.RequestFileContract;
import org.labjanitor.runtime.settings.Settings;

class RequestFileTest extends RequestFileContract {
    private final Scene scene;

    RequestFileTest() {
        Scene furnished = new Scene();
        super(furnished.lab(), "instances", "DescribeInstances");
        scene = furnished;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Override
    protected void takeRequestsFrom(String bucket) {
        scene.configure(
                new Settings(
                                Scene.ACCOUNT,
                                "lab",
                                List.of(Scene.REGION),
                                InstancePolicy.LAB,
                                new Budget(20, 100))
                        .withRequestsIn(bucket));
    }

    @Override
    protected String inUse() {
        return scene.busy("at-work");
    }

    @Override
    protected String removable() {
        return scene.idle("left-behind");
    }

    @Override
    protected boolean isGone(String id) {
        return scene.isGone(id);
    }

    @Override
    protected String removalOf(String id) {
        return "{\"mode\": \"clean\", \"terminate\": [\"%s\"], \"reason\": \"asked by the trainer\"}"
                .formatted(id);
    }

    @Override
    protected String answer(Delivery delivery) throws IOException {
        try (IdleInstancesHandler handler = scene.newHandler()) {
            return delivery.to(handler);
        }
    }
}
