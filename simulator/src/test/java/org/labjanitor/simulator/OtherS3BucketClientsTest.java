package org.labjanitor.simulator;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The lab and the SDK share one model of S3; boto3 and the AWS CLI have their own. */
class OtherS3BucketClientsTest {
    @Test
    void boto3AndTheAwsCliUnderstandBuckets() throws IOException, InterruptedException {
        try (Lab lab = Lab.start()) {
            PythonCheck.run("check_s3_buckets.py", lab.endpoint().toString());
        }
    }
}
