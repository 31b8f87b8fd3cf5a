package org.labjanitor.runtime.account;

/** The credentials belong to an account other than the configured one. */
public final class WrongAccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongAccountException(String expected, String actual) {
        super(
                "wrong account: the credentials belong to %s, but %s is configured; nothing was looked at"
                        .formatted(actual, expected));
    }
}
