package org.labjanitor.simulator.service;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.labjanitor.simulator.http.CallHandler;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;

/** Where every signed call comes in: the credential scope names the service that answers it. */
public final class FrontDoor implements CallHandler {
    private final Map<String, ServiceDesk> desks;

    public FrontDoor(List<ServiceDesk> desks) {
        this.desks =
                desks.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ServiceDesk::signingName, Function.identity()));
    }

    @Override
    public Optional<HttpAnswer> answer(HttpCall call) {
        if (Signature.isAsymmetric(call)) {
            return Optional.of(plain(501, "the lab does not know SigV4a, only SigV4"));
        }
        Optional<Signature> signature = Signature.of(call);
        if (signature.isEmpty()) {
            return Optional.of(unsigned(call));
        }
        ServiceDesk desk = desks.get(signature.get().service());
        if (desk == null) {
            return Optional.of(
                    plain(400, "the lab has no service '" + signature.get().service() + "'"));
        }
        return desk.receive(call, signature.get())
                .map(ServiceDesk.Visit::serve)
                .orElseGet(() ->
                        Optional.of(
                                plain(
                                        400,
                                        "the lab's %s does not speak the protocol of %s %s"
                                                .formatted(
                                                        desk.signingName(),
                                                        call.method(),
                                                        call.path()))));
    }

    /** An unsigned call names no service; the first that knows its operation refuses it. */
    private HttpAnswer unsigned(HttpCall call) {
        return desks.values().stream()
                .flatMap(desk -> desk.refuseUnsigned(call).stream())
                .findFirst()
                .orElseGet(() -> plain(403, "the call is not signed"));
    }

    private static HttpAnswer plain(int status, String text) {
        return new HttpAnswer(
                status,
                Map.of("Content-Type", "text/plain;charset=UTF-8"),
                (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
