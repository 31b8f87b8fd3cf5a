package org.labjanitor.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultPlan;
import org.labjanitor.simulator.http.CallHandler;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.service.CallLog;
import org.labjanitor.simulator.service.RecordedCall;

/** Answers what is asked under {@code /_lab/}, unsigned; every other call is AWS's. */
public final class ControlPlane implements CallHandler {
    private static final String PREFIX = "/_lab/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LabClock clock;
    private final CallLog calls;
    private final FaultPlan faults;
    private final CallHandler aws;

    public ControlPlane(LabClock clock, CallLog calls, FaultPlan faults, CallHandler aws) {
        this.clock = clock;
        this.calls = calls;
        this.faults = faults;
        this.aws = aws;
    }

    @Override
    public Optional<HttpAnswer> answer(HttpCall call) {
        return call.path().startsWith(PREFIX) ? Optional.of(control(call)) : aws.answer(call);
    }

    private HttpAnswer control(HttpCall call) {
        try {
            return switch (call.method() + " " + call.path().substring(PREFIX.length())) {
                case "GET health" -> json(200, JSON.objectNode().put("status", "ok"));
                case "GET clock" -> time();
                case "POST clock" -> turnClock(call);
                case "GET calls" -> json(200, log());
                case "DELETE calls" -> {
                    calls.clear();
                    yield done();
                }
                case "POST faults" -> placeFaults(call);
                case "DELETE faults" -> {
                    faults.clear();
                    yield done();
                }
                default -> fault(404, "no such thing: " + call.method() + " " + call.path());
            };
        } catch (BadDocument e) {
            return fault(400, e.fault());
        }
    }

    private HttpAnswer time() {
        return json(200, JSON.objectNode().put("now", clock.now().toString()));
    }

    private HttpAnswer turnClock(HttpCall call) {
        Fields fields = new Fields(Fields.parse(call.body()), Set.of("now", "advance"));
        Optional<Instant> to = fields.parsed("now", Instant::parse);
        Optional<Duration> by = fields.parsed("advance", Duration::parse);
        if (to.isPresent() == by.isPresent()) {
            throw new BadDocument("either 'now' or 'advance' is needed");
        }
        try {
            to.ifPresent(clock::set);
            by.ifPresent(clock::advance);
        } catch (IllegalArgumentException e) {
            throw new BadDocument(String.valueOf(e.getMessage()));
        }
        return time();
    }

    private HttpAnswer placeFaults(HttpCall call) {
        List<Fault> placed = FaultDocument.read(Fields.parse(call.body()));
        placed.forEach(faults::add);
        return json(200, JSON.objectNode().put("placed", placed.size()));
    }

    private ArrayNode log() {
        ArrayNode list = JSON.arrayNode();
        calls.all().forEach(call -> list.add(entry(call)));
        return list;
    }

    private static ObjectNode entry(RecordedCall call) {
        return JSON.objectNode()
                .put("at", call.at().toString())
                .put("service", call.service())
                .put("operation", call.operation())
                .put("account", call.accountId())
                .put("region", call.region())
                .put("status", call.status())
                .put("error", call.errorCode())
                .put("mutating", call.mutating())
                .put("request", call.digest());
    }

    private static HttpAnswer done() {
        return new HttpAnswer(204, Map.of(), new byte[0]);
    }

    private static HttpAnswer fault(int status, String text) {
        return json(status, JSON.objectNode().put("fault", text));
    }

    private static HttpAnswer json(int status, JsonNode body) {
        return new HttpAnswer(
                status,
                Map.of("Content-Type", "application/json"),
                (body + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
