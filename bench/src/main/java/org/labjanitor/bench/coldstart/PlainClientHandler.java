package org.labjanitor.bench.coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;

/**
 * One client of the SDK's and one call, as a guide would write them: what a cold start costs
 * whoever asks EC2 anything. Credentials and Region come from where the SDK looks for them.
 */
public final class PlainClientHandler implements RequestStreamHandler {
    private final Ec2Client ec2;

    public PlainClientHandler() {
        Ec2ClientBuilder builder = Ec2Client.builder().httpClient(UrlConnectionHttpClient.create());
        String endpoint = System.getenv("AWS_ENDPOINT_URL");
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
        }
        this.ec2 = builder.build();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        int found = ec2.describeInstances().reservations().size();
        output.write(Integer.toString(found).getBytes(StandardCharsets.UTF_8));
    }
}
