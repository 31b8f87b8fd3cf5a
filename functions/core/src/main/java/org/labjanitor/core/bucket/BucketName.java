package org.labjanitor.core.bucket;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names a new general purpose bucket can have (S3 User Guide, "General purpose bucket naming
 * rules"). Buckets from before 2018 in us-east-1 may have others.
 */
public final class BucketName {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 63;
    private static final int LONGEST_QUOTE = 80;

    private static final Pattern IP_ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final Pattern ACCOUNT_REGIONAL =
            Pattern.compile(".+-\\d{12}-[a-z]{2,4}(-[a-z]+)+-\\d{1,2}-an");

    private static final List<Reserved> RESERVED_PREFIXES =
            List.of(
                    new Reserved("xn--", "internationalised domain names"),
                    new Reserved("sthree-", "S3 itself"),
                    new Reserved("amzn-s3-demo-", "the examples of AWS"));

    private static final String REGIONAL_SUFFIX = "-an";
    private static final List<Reserved> RESERVED_SUFFIXES =
            List.of(
                    new Reserved("-s3alias", "aliases of access points"),
                    new Reserved("--ol-s3", "aliases of Object Lambda access points"),
                    new Reserved(".mrap", "Multi-Region Access Points"),
                    new Reserved("--x-s3", "directory buckets"),
                    new Reserved("--table-s3", "table buckets"),
                    new Reserved(
                            REGIONAL_SUFFIX,
                            "names of one account and Region such as lab-111122223333-eu-west-1-an"));

    private record Reserved(String text, String use) {}

    private BucketName() {}

    public static boolean isLegal(String name) {
        return faults(name).isEmpty();
    }

    /**
     * Whether only one account can ever have the name, since it ends with the account's id, a
     * Region and {@code -an} (S3 User Guide, "Namespaces for general purpose buckets").
     */
    public static boolean isAccountRegional(String name) {
        return ACCOUNT_REGIONAL.matcher(name).matches();
    }

    /** What is wrong with a name, one half sentence a rule; empty where it is legal. */
    public static List<String> faults(String name) {
        List<String> faults = new ArrayList<>();
        characters(name).ifPresent(faults::add);
        length(name).ifPresent(faults::add);
        shape(name).ifPresent(faults::add);
        RESERVED_PREFIXES.stream()
                .filter(prefix -> name.startsWith(prefix.text()))
                .forEach(prefix ->
                        faults.add(
                                "the beginning %s is reserved for %s"
                                        .formatted(prefix.text(), prefix.use())));
        reservedSuffix(name)
                .ifPresent(suffix ->
                        faults.add(
                                "the ending %s is reserved for %s"
                                        .formatted(suffix.text(), suffix.use())));
        return List.copyOf(faults);
    }

    /** One line that names every fault and a legal name; empty where the name is legal. */
    public static Optional<String> refusal(String name) {
        List<String> faults = faults(name);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s: %s; %s would be legal"
                                .formatted(quoted(name), String.join("; ", faults), legal(name)));
    }

    /** One line on what makes trouble in a legal name; empty where nothing does. */
    public static Optional<String> warning(String name) {
        return isLegal(name) && name.contains(".")
                ? Optional.of(
                        "%s: dots are legal, but S3's certificate does not cover the host name of such a bucket, so that"
                                        .formatted(name)
                                + " HTTPS fails for many clients; %s has no such trouble"
                                        .formatted(legal(name.replace('.', '-'))))
                : Optional.empty();
    }

    /** The name itself where it is legal, or else a legal one that is as near to it as can be. */
    public static String legal(String name) {
        if (isLegal(name)) {
            return name;
        }
        String bare = bare(spelled(name));
        String padded = bare.length() < SHORTEST ? bare("lab-" + bare) : bare;
        return IP_ADDRESS.matcher(padded).matches() ? padded.replace('.', '-') : padded;
    }

    private static Optional<String> characters(String name) {
        Set<String> strangers = new LinkedHashSet<>();
        name.codePoints()
                .filter(point -> !isAllowed(point))
                .mapToObj(BucketName::naming)
                .forEach(strangers::add);
        if (strangers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "%s %s not allowed; lower-case letters, digits, dots and hyphens are"
                        .formatted(
                                String.join(" and ", strangers),
                                strangers.size() == 1 ? "is" : "are"));
    }

    private static boolean isAllowed(int point) {
        return isLetterOrDigit(point) || point == '.' || point == '-';
    }

    private static boolean isLetterOrDigit(int point) {
        return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    }

    private static String naming(int point) {
        return switch (point) {
            case '_' -> "an underscore";
            case '/' -> "a slash";
            default -> {
                if (Character.isUpperCase(point)) {
                    yield "a capital letter";
                }
                if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                    yield "a space";
                }
                yield Character.isISOControl(point)
                        ? "a control character"
                        : "\"" + Character.toString(point) + "\"";
            }
        };
    }

    private static Optional<String> length(String name) {
        int length = name.codePointCount(0, name.length());
        return length < SHORTEST || length > LONGEST
                ? Optional.of(
                        "it has %d characters, but may have %d to %d"
                                .formatted(length, SHORTEST, LONGEST))
                : Optional.empty();
    }

    private static Optional<String> shape(String name) {
        if (IP_ADDRESS.matcher(name).matches()) {
            return Optional.of("it looks like an IP address");
        }
        if (name.contains("..")) {
            return Optional.of("two dots in a row are not allowed");
        }
        boolean edged =
                !name.isEmpty()
                        && (isEdge(name.charAt(0)) || isEdge(name.charAt(name.length() - 1)));
        return edged
                ? Optional.of("it must begin and end with a letter or a digit")
                : Optional.empty();
    }

    private static boolean isEdge(char character) {
        return character == '.' || character == '-';
    }

    private static Optional<Reserved> reservedSuffix(String name) {
        return RESERVED_SUFFIXES.stream()
                .filter(suffix -> name.endsWith(suffix.text()))
                .filter(suffix ->
                        !suffix.text().equals(REGIONAL_SUFFIX) || !isAccountRegional(name))
                .findFirst();
    }

    private static String quoted(String name) {
        StringBuilder quote = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_QUOTE)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(quote::appendCodePoint);
        boolean isCut = name.codePointCount(0, name.length()) > LONGEST_QUOTE;
        return quote.isEmpty() ? "\"\"" : quote + (isCut ? "…" : "");
    }

    private static String spelled(String name) {
        StringBuilder spelled = new StringBuilder();
        name.codePoints()
                .map(point -> point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point)
                .map(point -> isAllowed(point) ? point : '-')
                .forEach(spelled::appendCodePoint);
        return spelled.toString().replaceAll("\\.{2,}", ".");
    }

    /** Cut to the longest length, and without what is reserved or cannot stand at either edge. */
    private static String bare(String name) {
        String before;
        String rest = name;
        do {
            before = rest;
            rest =
                    withoutEdges(
                            withoutReserved(rest.substring(0, Math.min(rest.length(), LONGEST))));
        } while (!rest.equals(before));
        return rest;
    }

    private static String withoutReserved(String name) {
        String rest = name;
        for (Reserved prefix : RESERVED_PREFIXES) {
            rest = rest.startsWith(prefix.text()) ? rest.substring(prefix.text().length()) : rest;
        }
        String end = reservedSuffix(rest).map(Reserved::text).orElse("");
        return rest.substring(0, rest.length() - end.length());
    }

    private static String withoutEdges(String name) {
        return name.replaceAll("^[.-]+|[.-]+$", "");
    }
}
