package org.labjanitor.launcher;

import java.io.IOException;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.labjanitor.runtime.lambda.FunctionJarContract;
import org.labjanitor.runtime.lambda.FunctionJarInterceptor;

/** What is in the jar that is deployed. */
@EnabledIfSystemProperty(named = FunctionJarInterceptor.FUNCTION_JAR, matches = ".+")
class FunctionJarTest extends FunctionJarContract {
    FunctionJarTest() throws IOException {
        super(LaunchLabHandler.class, "cloudwatch", "cloudtrail");
    }
}
