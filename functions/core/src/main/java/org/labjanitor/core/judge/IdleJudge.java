package org.labjanitor.core.judge;

import java.time.Instant;

/** Decides whether a running instance is idle, or asks for what it still has to know. */
interface IdleJudge {
    Judgement judge(Running running, InstanceEvidence evidence, Instant now);
}
