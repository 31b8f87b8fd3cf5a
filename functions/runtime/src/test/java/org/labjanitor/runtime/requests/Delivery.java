package org.labjanitor.runtime.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.labjanitor.runtime.lambda.TestContext;

/** An event on its way to a function. */
public final class Delivery {
    private final byte[] event;
    private final String runId;

    /**
     * A delivery that starts one run.
     *
     * @param runId Lambda's name for the run
     */
    public Delivery(byte[] event, String runId) {
        this.event = event;
        this.runId = runId;
    }

    /** What the function answers. */
    public String to(RequestStreamHandler handler) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), answer, new TestContext(runId));
        return answer.toString(UTF_8);
    }
}
