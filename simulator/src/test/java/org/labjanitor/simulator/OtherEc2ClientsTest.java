package org.labjanitor.simulator;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The lab and the SDK share one model; boto3 and the AWS CLI have their own and so check the wire.
 */
class OtherEc2ClientsTest {
    @Test
    void boto3AndTheAwsCliUnderstandEc2AndSts() throws IOException, InterruptedException {
        try (Lab lab = Lab.start()) {
            PythonCheck.run("check_ec2.py", lab.endpoint().toString());
        }
    }
}
