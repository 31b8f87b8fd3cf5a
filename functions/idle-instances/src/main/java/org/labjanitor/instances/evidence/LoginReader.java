package org.labjanitor.instances.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.login.Login;
import org.labjanitor.core.login.LoginSource;

/** Reads who was on which instance: the boundary to where logins are recorded in one Region. */
interface LoginReader {
    /** The sources that one reading serves. */
    List<LoginSource> sources();

    /** The call it makes, for messages about its failure. */
    String call();

    /**
     * Logins of all its sources that lasted until {@code since} or later, by instance id.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if the source cannot be read whole
     */
    Map<String, List<Login>> read(Instant since) throws InterruptedException;
}
