package org.labjanitor.core.login;

import java.util.List;

/** What a login source said about one instance. */
public sealed interface LoginAnswer {
    LoginSource source();

    /** The source was read in full; {@code logins} are this instance's, in any order. */
    record Complete(LoginSource source, List<Login> logins) implements LoginAnswer {
        public Complete {
            logins = List.copyOf(logins);
        }
    }

    /** The source could not be read whole; {@code why} is a sentence for the report. */
    record Unavailable(LoginSource source, String why) implements LoginAnswer {}

    /**
     * The source was left alone on purpose, since nothing that follows from the verdict happens
     * yet; {@code why} is a sentence for the report. It is asked before anything does.
     */
    record NotAsked(LoginSource source, String why) implements LoginAnswer {}
}
