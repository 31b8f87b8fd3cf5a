package org.labjanitor.cli.command;

import java.time.Duration;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.simulator.Lab;

/** A lab that is open to other programs. */
final class OpenLab {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Surroundings here;
    private final Screen screen;

    OpenLab(Surroundings here, Screen screen) {
        this.here = here;
        this.screen = screen;
    }

    /** Says where the lab is, and how to use it. */
    void show(Lab lab, String account) {
        screen.line(
                screen.paint(Style.GOOD_TITLE, "The lab is open at " + lab.endpoint())
                        + screen.paint(Style.DIM, "  Ctrl-C closes it."));
        screen.blank();
        screen.line("In another terminal:");
        screen.blank();
        example("export AWS_ENDPOINT_URL=" + lab.endpoint());
        example("export AWS_ACCESS_KEY_ID=" + account + " AWS_SECRET_ACCESS_KEY=any");
        example("export AWS_DEFAULT_REGION=us-east-1");
        screen.blank();
        example(here.program() + " report instances");
        example(here.program() + " report buckets");
        example("aws sts get-caller-identity");
        example("aws ec2 describe-instances --query 'Reservations[].Instances[].InstanceId'");
        screen.blank();
    }

    /** Lets the lab's clock go with the real one until the program is stopped. */
    void goOn(Lab lab) throws InterruptedException {
        while (true) {
            here.pause().of(TICK);
            lab.clock().advance(TICK);
        }
    }

    private void example(String command) {
        screen.line("    " + screen.paint(Style.BOLD, command));
    }
}
