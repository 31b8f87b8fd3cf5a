package org.labjanitor.simulator;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The lab and the SDK share one model; boto3 and the AWS CLI have their own and so check the wire.
 */
class OtherSnsClientsTest {
    @Test
    void boto3AndTheAwsCliUnderstandSns() throws IOException, InterruptedException {
        try (Lab lab = Lab.start()) {
            PythonCheck.run("check_sns.py", lab.endpoint().toString());
        }
    }
}
