package org.labjanitor.simulator.wire;

import java.util.Map;
import java.util.TreeMap;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.core.SdkPojo;

/** The REST-XML protocol, spoken by S3 (smithy.io, "AWS restXml protocol"). */
public final class RestXmlProtocol implements WireProtocol {
    /** S3's second id of a request; "a special token that helps AWS troubleshoot problems". */
    private static final String HOST_ID = "bGFiIG9uIGxvb3BiYWNr";

    private final RestRoutes routes;
    private final RestXmlReader reader = new RestXmlReader();
    private final RestXmlWriter writer;

    /**
     * The protocol as one service speaks it.
     *
     * @param namespace such as {@code http://s3.amazonaws.com/doc/2006-03-01/}
     */
    public RestXmlProtocol(String namespace, RestRoutes routes) {
        this.routes = routes;
        this.writer = new RestXmlWriter(namespace);
    }

    /** Every HTTP call could be one of a REST service; only forms are plainly none. */
    @Override
    public boolean recognises(HttpCall call) {
        return !call.query().contains("Action=");
    }

    @Override
    public String operationName(HttpCall call) {
        return routes.of(RestCall.of(call)).operation();
    }

    @Override
    public SdkPojo read(HttpCall call, SdkPojo requestBuilder) {
        return reader.read(RestCall.of(call), requestBuilder);
    }

    @Override
    public HttpAnswer write(String operationName, SdkPojo response, String requestId) {
        RestRoute route = routes.of(operationName);
        Map<String, String> headers = headers(requestId);
        headers.putAll(writer.headers(response));
        if (!writer.hasBody(response) || route.method().equals("HEAD")) {
            return new HttpAnswer(route.status(), headers, new byte[0]);
        }
        if (writer.isPlain(response, route.root())) {
            headers.put("Content-Type", "application/json");
            return new HttpAnswer(route.status(), headers, writer.plainBody(response));
        }
        headers.put("Content-Type", "application/xml");
        return new HttpAnswer(route.status(), headers, writer.xmlBody(response, rootOf(route)));
    }

    private static String rootOf(RestRoute route) {
        String root = route.root();
        return root == null ? route.operation() + "Result" : root;
    }

    @Override
    public HttpAnswer writeError(AwsError error, String requestId) {
        Map<String, String> headers = headers(requestId);
        headers.put("Content-Type", "application/xml");
        headers.putAll(error.headers());
        XmlText out =
                new XmlText()
                        .open("Error")
                        .element("Code", error.code())
                        .element("Message", error.message());
        error.details().forEach(out::element);
        out.element("RequestId", requestId).element("HostId", HOST_ID).close("Error");
        return new HttpAnswer(error.httpStatus(), headers, out.bytes());
    }

    private static Map<String, String> headers(String requestId) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("x-amz-request-id", requestId);
        headers.put("x-amz-id-2", HOST_ID);
        return headers;
    }
}
