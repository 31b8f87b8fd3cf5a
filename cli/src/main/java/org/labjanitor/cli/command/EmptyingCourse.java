package org.labjanitor.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.buckets.storage.Storage;
import org.labjanitor.buckets.storage.StorageSurvey;
import org.labjanitor.cli.aws.SimulatedTime;
import org.labjanitor.cli.emptying.BucketLookout;
import org.labjanitor.cli.emptying.BucketSight;
import org.labjanitor.cli.emptying.Emptied;
import org.labjanitor.cli.emptying.EmptyingJson;
import org.labjanitor.cli.emptying.EmptyingPage;
import org.labjanitor.cli.emptying.Objections;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.runtime.account.AccountGuard;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.price.StoragePrices;
import org.labjanitor.runtime.settings.Settings;

/** The way of every emptying by hand: looks, objects, asks, empties, and says what came of it. */
final class EmptyingCourse {
    private final Surroundings here;
    private final AccountOptions who;
    private final @Nullable String region;
    private final EmptyingTerms terms;
    private final OutputOptions output;

    /**
     * A course.
     *
     * @param region where to ask first; null leaves it to the profile
     */
    EmptyingCourse(
            Surroundings here,
            AccountOptions who,
            @Nullable String region,
            EmptyingTerms terms,
            OutputOptions output) {
        this.here = here;
        this.who = who;
        this.region = region;
        this.terms = terms;
        this.output = output;
    }

    /** Empties the bucket, and answers the exit code. */
    int run(String name) {
        requirePerson();
        Settings settings = new SettingsChoice(here.environment()).of(who.account, terms.labTag());
        AwsConnection connection =
                new ConnectionChoice(here.environment(), here.profiles()).of(who, region);
        try (AwsClients clients = new AwsClients(connection)) {
            return empty(name, settings, connection, clients);
        }
    }

    private void requirePerson() {
        if (!terms.yes() && !here.terminal().traits().inputIsTerminal()) {
            throw new RefusedException(
                    "this asks before it deletes, and nobody is there to answer: standard input is no terminal."
                            + " In a script, use --yes");
        }
    }

    private int empty(
            String name, Settings settings, AwsConnection connection, AwsClients clients) {
        Asked asked = ask(new AccountGuard(clients.sts(), settings.accountId()), clients);
        Objections objections = objections(settings, connection);
        EmptyingPage page =
                new EmptyingPage(
                        screen(),
                        new LabTags(settings.labTag()),
                        new Way(here, who).whereUnusual());
        BucketLookout lookout = new BucketLookout(asked.regions());
        BucketSight sight = lookout.look(name, asked.account());
        page.show(sight, terms.after());
        refuse(objections.to(sight));
        if (!terms.yes()) {
            page.show(storage(sight, asked.regions(), now(connection)));
            page.ask(terms.after());
            if (!isConfirmed(name)) {
                messages().paragraph(0, Style.BOLD, "That is not its name. Nothing was deleted.");
                return ExitCode.FAILED;
            }
            sight = lookout.look(name, asked.account());
            refuse(objections.to(sight));
        }
        return finish(
                page, new EmptyingRun(here, clients, asked.regions(), terms.after()).run(sight));
    }

    /** A person who is asked should know how much there is to lose; nothing else depends on it. */
    private static Storage storage(BucketSight sight, RegionalClients regions, Instant now) {
        return new StorageSurvey(StoragePrices.bundled())
                .of(List.of(sight.bucket()), regions.in(sight.picture().region()), now)
                .getOrDefault(sight.bucket(), Storage.notAsked());
    }

    private Objections objections(Settings settings, AwsConnection connection) {
        return new Objections(
                new LabTags(settings.labTag()),
                settings.ownBuckets(),
                terms.consent(),
                () -> now(connection));
    }

    /** Whose the credentials are, and the clients with which to go on. */
    private record Asked(String account, RegionalClients regions) {}

    /** While STS answers, the clients for S3 are made: much of a short run is loading classes. */
    private static Asked ask(AccountGuard guard, AwsClients clients) {
        List<Callable<Object>> calls = List.of(guard::check, () -> new RegionalClients(clients));
        List<Object> answers = new ParallelCalls(2).all(calls);
        return new Asked((String) answers.getFirst(), (RegionalClients) answers.getLast());
    }

    private boolean isConfirmed(String name) {
        return here.terminal().answer().map(String::strip).filter(name::equals).isPresent();
    }

    private static void refuse(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new RefusedException(objections);
        }
    }

    private Instant now(AwsConnection connection) {
        return new SimulatedTime(here.clock()).at(connection.endpoint()).instant();
    }

    private int finish(EmptyingPage page, Emptied emptied) {
        if (output.json) {
            writeDocument(emptied);
        } else {
            page.show(emptied);
        }
        if (emptied.isStopped()) {
            messages().paragraph(0, Style.WARNING, EmptyingPage.stopped(emptied));
            return ExitCode.STOPPED;
        }
        if (emptied.isDone()) {
            return ExitCode.COMPLETE;
        }
        return emptied.hasDeleted() ? ExitCode.PARTIAL : ExitCode.FAILED;
    }

    private void writeDocument(Emptied emptied) {
        try {
            new EmptyingJson().write(emptied, here.terminal().documents());
        } catch (IOException e) {
            throw new UncheckedIOException("writing the result", e);
        }
    }

    /** With a document on the output, everything for a person goes to the messages. */
    private Screen screen() {
        return output.json ? messages() : here.terminal().results(output.colours);
    }

    private Screen messages() {
        return here.terminal().messages(output.colours);
    }
}
