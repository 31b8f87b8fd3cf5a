package org.labjanitor.simulator.wire;

import java.util.List;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/** The AWS Query protocol, spoken by STS and SNS: lists are {@code Name.member.1}. */
public final class AwsQueryProtocol implements WireProtocol {
    private final String namespace;
    private final QueryCall query;

    /**
     * The protocol as one service speaks it.
     *
     * @param namespace such as {@code https://sts.amazonaws.com/doc/2011-06-15/}
     */
    public AwsQueryProtocol(String version, String namespace) {
        this.namespace = namespace;
        this.query = new QueryCall(version, new QueryReader(AwsQueryProtocol::items));
    }

    private static List<QueryParameters> items(QueryParameters list, ListTrait trait) {
        if (trait.isFlattened()) {
            return list.takeNumbered();
        }
        return list.take("member").map(QueryParameters::takeNumbered).orElse(List.of());
    }

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
        String result = operationName + "Result";
        XmlText out = new XmlText().open(root, namespace).open(result);
        new XmlWriter(out).writeMembers(response);
        return out.close(result)
                .open("ResponseMetadata")
                .element("RequestId", requestId)
                .close("ResponseMetadata")
                .close(root)
                .answer(200, requestId);
    }

    @Override
    public HttpAnswer writeError(AwsError error, String requestId) {
        return new XmlText()
                .open("ErrorResponse", namespace)
                .open("Error")
                .element("Type", error.httpStatus() < 500 ? "Sender" : "Receiver")
                .element("Code", error.code())
                .element("Message", error.message())
                .close("Error")
                .element("RequestId", requestId)
                .close("ErrorResponse")
                .answer(error.httpStatus(), requestId);
    }
}
