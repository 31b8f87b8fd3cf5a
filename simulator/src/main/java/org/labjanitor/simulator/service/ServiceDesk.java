package org.labjanitor.simulator.service;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.fault.FaultPlan;
import org.labjanitor.simulator.fault.Plug;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.identity.Account;
import org.labjanitor.simulator.wire.AwsError;
import org.labjanitor.simulator.wire.WireProtocol;
import software.amazon.awssdk.core.SdkPojo;

/** One service's way from the wire to an operation and back, with everything AWS checks between. */
public final class ServiceDesk {
    private final AwsService service;
    private final Map<String, Operation<?, ?>> operations;
    private final Map<String, DirectOperation> directOperations;
    private final Gate gate;
    private final FaultPlan faults;
    private final CallLog log;
    private final InstantSource clock;

    public ServiceDesk(
            AwsService service, Gate gate, FaultPlan faults, CallLog log, InstantSource clock) {
        this.service = service;
        this.operations =
                service.operations().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
        this.directOperations =
                service.directOperations().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        DirectOperation::name, Function.identity()));
        this.gate = gate;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    String signingName() {
        return service.signingName();
    }

    /** Empty where the service does not speak the protocol of the call. */
    Optional<Visit> receive(HttpCall call, Signature signature) {
        HttpCall canonical = service.canonical(call);
        return protocolOf(canonical).map(protocol -> new Visit(protocol, canonical, signature));
    }

    /** Empty where this service does not know the call at all. */
    Optional<HttpAnswer> refuseUnsigned(HttpCall call) {
        HttpCall canonical = service.canonical(call);
        return protocolOf(canonical)
                .filter(protocol -> knows(protocol, canonical))
                .map(protocol -> protocol.writeError(service.errors().unsigned(), newRequestId()));
    }

    private boolean knows(WireProtocol protocol, HttpCall call) {
        try {
            String name = protocol.operationName(call);
            return operations.containsKey(name) || directOperations.containsKey(name);
        } catch (AwsError e) {
            // A call that names no operation is known to no service.
            return false;
        }
    }

    private Optional<WireProtocol> protocolOf(HttpCall call) {
        return service.protocols().stream()
                .filter(protocol -> protocol.recognises(call))
                .findFirst();
    }

    private static String newRequestId() {
        return UUID.randomUUID().toString();
    }

    /** One call being served: what becomes known on the way is what the log will say. */
    final class Visit {
        private final WireProtocol protocol;
        private final HttpCall call;
        private final Signature signature;
        private final String requestId = newRequestId();
        private String operationName = "";
        private String accountId = "";
        private @Nullable SdkPojo request;

        private Visit(WireProtocol protocol, HttpCall call, Signature signature) {
            this.protocol = protocol;
            this.call = call;
            this.signature = signature;
        }

        /** Empty where a fault cuts the connection. */
        Optional<HttpAnswer> serve() {
            try {
                HttpAnswer answer = perform();
                record(answer.status(), null);
                return Optional.of(answer);
            } catch (ConnectionCut e) {
                record(0, "ConnectionCut");
                return Optional.empty();
            } catch (AwsError e) {
                return Optional.of(refuse(e));
            } catch (RuntimeException e) {
                // A bug of the lab, not an answer of AWS: say so loudly.
                return Optional.of(refuse(new AwsError("LabFailure", "lab failure: " + e, 500)));
            }
        }

        private HttpAnswer refuse(AwsError error) {
            record(error.httpStatus(), error.code());
            return protocol.writeError(error, requestId);
        }

        private HttpAnswer perform() {
            operationName = protocol.operationName(call);
            requireKnown();
            Account account = gate.identify(service, signature);
            accountId = account.id();
            boolean changes = RecordedCall.isMutating(operationName);
            return switch (faults.meetPlug(signature.accessKeyId(), changes)) {
                case NONE -> performFor(account);
                case ANSWER_LOST -> throw afterEffect(account);
                case REFUSED -> throw plugPulled();
            };
        }

        /** Performs the call, and tells nobody what came of it. */
        private AwsError afterEffect(Account account) {
            try {
                performFor(account);
                return plugPulled();
            } catch (AwsError | ConnectionCut e) {
                return plugPulled();
            }
        }

        private static AwsError plugPulled() {
            return new AwsError(Plug.CODE, "The plug is pulled", 403);
        }

        private HttpAnswer performFor(Account account) {
            Optional<Fault> fault =
                    faults.next(service.signingName(), operationName, signature.region());
            fault.ifPresent(this::strikeBefore);
            gate.authorize(service, operationName, account, signature.region());
            HttpAnswer answer = apply(context(fault));
            fault.ifPresent(this::strikeAfter);
            return answer;
        }

        private HttpAnswer apply(CallContext context) {
            DirectOperation direct = directOperations.get(operationName);
            if (direct != null) {
                return direct.body().apply(context, call);
            }
            Operation<?, ?> operation = requireNonNull(operations.get(operationName));
            request = protocol.read(call, operation.newRequestBuilder().get());
            return protocol.write(operationName, operation.apply(context, request), requestId);
        }

        private void requireKnown() {
            if (!operations.containsKey(operationName)
                    && !directOperations.containsKey(operationName)) {
                throw service.errors().unknownOperation(service.signingName(), operationName);
            }
        }

        private CallContext context(Optional<Fault> fault) {
            boolean partial = fault.filter(f -> f.kind() == FaultKind.PARTIAL).isPresent();
            return new CallContext(
                    accountId,
                    signature.region(),
                    signature.accessKeyId(),
                    requestId,
                    clock.instant(),
                    partial);
        }

        private void strikeBefore(Fault fault) {
            switch (fault.kind()) {
                case THROTTLE -> throw service.errors().throttled();
                case ERROR -> throw error(fault);
                case RESET -> throw new ConnectionCut();
                case SLOW -> pause(fault);
                case LOST, PARTIAL -> {}
            }
        }

        private void strikeAfter(Fault fault) {
            if (fault.kind() == FaultKind.LOST) {
                throw new ConnectionCut();
            }
        }

        private AwsError error(Fault fault) {
            String code = fault.code();
            return code == null
                    ? service.errors().internal()
                    : new AwsError(code, "A fault placed on this call", fault.status());
        }

        private void pause(Fault fault) {
            try {
                Thread.sleep(fault.delay());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ConnectionCut();
            }
        }

        private void record(int status, @Nullable String errorCode) {
            log.add(
                    new RecordedCall(
                            clock.instant(),
                            service.signingName(),
                            operationName,
                            accountId,
                            signature.region(),
                            status,
                            errorCode,
                            request,
                            call.header("user-agent").orElse(""),
                            call.query()));
        }
    }
}
