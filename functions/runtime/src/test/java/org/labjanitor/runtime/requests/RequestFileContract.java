package org.labjanitor.runtime.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;

/**
 * What holds for requests to a sweep that a person puts into the request bucket, with the events as
 * S3 sends them. To be extended by a test of each sweep's.
 */
public abstract class RequestFileContract {
    private final Lab lab;
    private final String sweep;
    private final String list;
    private final Drop drop;
    private int deliveries;

    /**
     * The contract for one sweep.
     *
     * @param list the call that a run makes to list what it looks at
     */
    protected RequestFileContract(Lab lab, String sweep, String list) {
        this.lab = lab;
        this.sweep = sweep;
        this.list = list;
        this.drop = new Drop(lab, sweep).versioned();
    }

    /** Has the function take requests from a bucket. */
    protected abstract void takeRequestsFrom(String bucket);

    /** Makes something in use, and gives its id. */
    protected abstract String inUse();

    /** Makes something that may go, and gives its id. */
    protected abstract String removable();

    protected abstract boolean isGone(String id);

    /** A request of a person's that names what is to be removed. */
    protected abstract String removalOf(String id);

    /** Has a function of its own answer. */
    protected abstract String answer(Delivery delivery) throws IOException;

    @BeforeEach
    void configure() {
        takeRequestsFrom(Drop.BUCKET);
    }

    @AfterEach
    void empty() {
        drop.close();
    }

    @Test
    void aFileIsAPersonsRequestLikeAnyOther() throws IOException {
        String id = inUse();

        assertThat(deliver(put(removalOf(id))))
                .contains("\"state\":\"run\"", "\"outcome\":\"complete\"");
        assertThat(isGone(id)).isTrue();
        assertThat(drop.content(beside("result")))
                .hasValueSatisfying(
                        result -> assertThat(result).contains("\"outcome\" : \"removed\""));
    }

    @Test
    void aSecondDeliveryRemovesNothingMore() throws IOException {
        byte[] event = put("{\"mode\": \"report\", \"only\": [\"%s\"]}".formatted(removable()));
        deliver(event);
        int calls = lab.calls().count(list);

        assertThat(deliver(event)).contains("\"state\":\"duplicate\"");
        assertThat(lab.calls().count(list)).isEqualTo(calls).isPositive();
    }

    @Test
    void aFaultyFileIsAnsweredWithAllOfItsFaults() throws IOException {
        byte[] event = put("{\"mode\": \"cleen\", \"regions\": [\"Moon!\"], \"all\": true}");

        assertThat(deliver(event)).contains("\"state\":\"bad-request\"");
        assertThat(drop.content(beside("error")))
                .hasValueSatisfying(
                        error -> assertThat(error).contains("cleen", "Moon!", "unknown key"));
    }

    @Test
    void theAnswersStartNobody() throws IOException {
        deliver(put("{}"));

        assertThat(drop.documents()).isEmpty();
    }

    /** Puts a request into the bucket, and gives the event that S3 then sends. */
    private byte[] put(String request) {
        drop.put("requests/" + sweep + "/away with it.json", request);
        return drop.documents().getFirst();
    }

    private String beside(String kind) {
        return "results/" + sweep + "/away with it." + kind + ".json";
    }

    private String deliver(byte[] event) throws IOException {
        deliveries++;
        return answer(new Delivery(event, "delivery-" + deliveries));
    }
}
