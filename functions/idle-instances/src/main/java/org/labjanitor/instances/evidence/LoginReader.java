package org.labjanitor.instances.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;

/** Reads who was on which instance: the boundary to one login source in one Region. */
interface LoginReader {
    LoginSource source();

    /** The call it makes, for messages about its failure. */
    String call();

    /**
     * Logins that lasted until {@code since} or later, by instance id.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if the source cannot be read whole
     */
    Map<String, List<Login>> read(Instant since);
}
