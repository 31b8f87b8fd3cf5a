package org.labjanitor.simulator.wire;

import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The EC2 query protocol: every list is flattened on the way in ({@code Filter.1.Value.1}) and made
 * of {@code <item>} on the way out.
 */
public final class Ec2QueryProtocol implements WireProtocol {
    private static final String VERSION = "2016-11-15";
    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/" + VERSION + "/";

    private final QueryCall query =
            new QueryCall(VERSION, new QueryReader((list, trait) -> list.takeNumbered()));

    @Override
    public boolean recognises(HttpCall call) {
        return query.recognises(call);
    }

    @Override
    public String operationName(HttpCall call) {
        return query.operationName(call);
    }

    @Override
    public SdkPojo read(HttpCall call, SdkPojo requestBuilder) {
        return query.read(call, requestBuilder);
    }

    @Override
    public HttpAnswer write(String operationName, SdkPojo response, String requestId) {
        String root = operationName + "Response";
        XmlText out = new XmlText().open(root, NAMESPACE).element("requestId", requestId);
        if (response.sdkFields().isEmpty()) {
            // EC2's word for "done" where an operation has nothing to tell.
            out.element("return", "true");
        }
        new XmlWriter(out).writeMembers(response);
        return out.close(root).answer(200, requestId);
    }

    @Override
    public HttpAnswer writeError(AwsError error, String requestId) {
        return new XmlText()
                .open("Response")
                .open("Errors")
                .open("Error")
                .element("Code", error.code())
                .element("Message", error.message())
                .close("Error")
                .close("Errors")
                .element("RequestID", requestId)
                .close("Response")
                .answer(error.httpStatus(), requestId);
    }
}
