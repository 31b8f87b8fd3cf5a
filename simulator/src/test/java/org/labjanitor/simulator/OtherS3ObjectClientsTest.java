package org.labjanitor.simulator;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Clients with models and parsers of their own put objects into buckets and empty them again. */
class OtherS3ObjectClientsTest {
    @Test
    void boto3AndTheAwsCliFillAndEmptyBuckets() throws IOException, InterruptedException {
        try (Lab lab = Lab.start()) {
            PythonCheck.run("check_s3_objects.py", lab.endpoint().toString());
        }
    }
}
