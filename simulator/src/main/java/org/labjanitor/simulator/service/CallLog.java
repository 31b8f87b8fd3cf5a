package org.labjanitor.simulator.service;

import java.util.ArrayList;
import java.util.List;

/** Every call to the lab in the order in which they ended. Safe for use by many threads. */
public final class CallLog {
    private final List<RecordedCall> calls = new ArrayList<>();
    private final CallJournal journal;

    public CallLog(CallJournal journal) {
        this.journal = journal;
    }

    public synchronized void add(RecordedCall call) {
        calls.add(call);
        journal.note(call);
    }

    public synchronized List<RecordedCall> all() {
        return List.copyOf(calls);
    }

    public List<RecordedCall> of(String operation) {
        return all().stream().filter(call -> call.operation().equals(operation)).toList();
    }

    public int count(String operation) {
        return of(operation).size();
    }

    public synchronized int total() {
        return calls.size();
    }

    /** Calls of operations that change something. */
    public List<RecordedCall> mutations() {
        return all().stream().filter(RecordedCall::mutating).toList();
    }

    public synchronized void clear() {
        calls.clear();
    }
}
