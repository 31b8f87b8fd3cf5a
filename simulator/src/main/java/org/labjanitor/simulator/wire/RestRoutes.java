package org.labjanitor.simulator.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operations of a REST service by what their calls look like. */
public final class RestRoutes {
    private final List<RestRoute> mostConditionsFirst;
    private final Map<String, RestRoute> byOperation;
    private final Set<String> subresources;

    /**
     * The table of a service.
     *
     * @param subresources query parameters that make another operation of a call, such as {@code
     *     tagging}: one that no route knows must not pass for the operation without it
     */
    public RestRoutes(List<RestRoute> routes, Set<String> subresources) {
        this.mostConditionsFirst =
                routes.stream()
                        .sorted(Comparator.comparingInt(RestRoute::conditions).reversed())
                        .toList();
        this.byOperation =
                routes.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        RestRoute::operation, Function.identity()));
        this.subresources = Set.copyOf(subresources);
    }

    RestRoute of(RestCall call) {
        return mostConditionsFirst.stream()
                .filter(route -> route.matches(call) && !route.misses(call, subresources))
                .findFirst()
                .orElseThrow(() ->
                        new AwsError(
                                "NotImplemented",
                                "The lab knows no operation that is called as " + call.digest(),
                                501));
    }

    RestRoute of(String operation) {
        RestRoute route = byOperation.get(operation);
        if (route == null) {
            throw new IllegalStateException("no route to the operation " + operation);
        }
        return route;
    }
}
