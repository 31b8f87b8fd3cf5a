package org.labjanitor.launcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.labjanitor.core.launch.BucketPiece;
import org.labjanitor.core.launch.FilePiece;
import org.labjanitor.core.launch.InstancePiece;
import org.labjanitor.core.launch.LabPlan;
import org.labjanitor.launcher.creation.BucketCreator;
import org.labjanitor.launcher.creation.FileCopier;
import org.labjanitor.launcher.creation.InstanceLauncher;
import org.labjanitor.launcher.creation.InstanceLauncher.Launch;
import org.labjanitor.launcher.creation.RunningWait;
import org.labjanitor.launcher.look.BucketLookout;
import org.labjanitor.launcher.look.LabLookout;
import org.labjanitor.launcher.look.SeenInstance;
import org.labjanitor.launcher.look.Sighting;
import org.labjanitor.launcher.preflight.PreFlight.Findings;
import org.labjanitor.launcher.progress.LaunchListener;
import org.labjanitor.launcher.region.LabClients;
import org.labjanitor.launcher.result.LaunchedInstance;
import org.labjanitor.launcher.result.LaunchedPiece;
import org.labjanitor.launcher.result.PieceState;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/**
 * Creates what is missing: buckets and their files first, since instances may want these when they
 * start, and are what costs. A piece that fails stops none but the files of its own bucket.
 */
final class Construction {
    private final LabClients clients;
    private final LabLookout lookout;
    private final BucketLookout bucketLookout;
    private final String account;
    private final Pause pause;
    private final TimeBudget time;
    private final LaunchListener listener;

    Construction(
            LabClients clients,
            LabLookout lookout,
            BucketLookout bucketLookout,
            String account,
            Pause pause,
            TimeBudget time,
            LaunchListener listener) {
        this.clients = clients;
        this.lookout = lookout;
        this.bucketLookout = bucketLookout;
        this.account = account;
        this.pause = pause;
        this.time = time;
        this.listener = listener;
    }

    /**
     * Creates, and writes what became of each piece into the book.
     *
     * @param waits whether it waits until the instances run
     */
    void build(LabPlan plan, Sighting sighting, Findings findings, PieceBook book, boolean waits) {
        createBuckets(plan, sighting, book);
        copyFiles(plan, findings, book);
        launchInstances(plan, sighting, findings, book);
        if (waits) {
            await(plan, book);
        }
    }

    private void createBuckets(LabPlan plan, Sighting sighting, PieceBook book) {
        BucketCreator creator = new BucketCreator(clients, bucketLookout, account);
        for (BucketPiece piece : plan.buckets()) {
            listener.doing("creating bucket " + piece.name());
            book.change(
                    piece,
                    state -> creator.create(state, piece, plan.order().name(), sighting.of(piece)));
        }
    }

    private void copyFiles(LabPlan plan, Findings findings, PieceBook book) {
        FileCopier copier = new FileCopier(account);
        for (FilePiece piece : plan.files()) {
            BucketPiece bucket =
                    plan.buckets().stream()
                            .filter(known -> known.name().equals(piece.bucket()))
                            .findFirst()
                            .orElseThrow();
            if (book.of(bucket).there() == 0) {
                book.change(
                        piece,
                        state -> state.is(PieceState.FAILED, 0, "their bucket is not there"));
                continue;
            }
            listener.doing("copying files to " + piece.target());
            book.change(
                    piece,
                    state ->
                            copier.copy(
                                    state,
                                    piece,
                                    findings.files().getOrDefault(piece.from(), List.of()),
                                    clients.s3(bucket.region()),
                                    time));
        }
    }

    private void launchInstances(
            LabPlan plan, Sighting sighting, Findings findings, PieceBook book) {
        String region = plan.order().region();
        if (plan.instances().isEmpty()) {
            return;
        }
        InstanceLauncher launcher =
                new InstanceLauncher(
                        clients.ec2(region), lookout, region, plan.order().name(), pause, time);
        int number = 0;
        for (InstancePiece piece : plan.instances()) {
            number++;
            listener.doing(
                    "launching %s (%d of %d)"
                            .formatted(piece.key(), number, plan.instances().size()));
            String image = Objects.requireNonNull(findings.images().get(piece.order().image()));
            Launch launch = launcher.launch(piece, image, sighting.of(piece.key()));
            book.change(piece, state -> state(book, state, launch));
        }
    }

    private static LaunchedPiece state(PieceBook book, LaunchedPiece before, Launch launch) {
        PieceState state = launch.launched() > 0 ? PieceState.CREATED : PieceState.EXISTING;
        return book.withInstances(
                before.is(
                        launch.failed() ? PieceState.FAILED : state,
                        launch.live().size(),
                        launch.detail()),
                launch.live());
    }

    private void await(LabPlan plan, PieceBook book) {
        Set<String> ids = new HashSet<>();
        plan.instances()
                .forEach(piece ->
                        book.of(piece).instances().stream()
                                .filter(Predicate.not(Construction::isStopped))
                                .forEach(instance -> ids.add(instance.id())));
        if (ids.isEmpty()) {
            return;
        }
        listener.doing("waiting until %d instances run".formatted(ids.size()));
        new RunningWait(clients.ec2(plan.order().region()), pause, time)
                .await(
                        List.copyOf(ids),
                        looks ->
                                listener.doing(
                                        "waiting until %d instances run (look %d)"
                                                .formatted(ids.size(), looks)));
        lookOnceMore(plan, book);
    }

    /** Somebody stopped it since; it will not run by waiting. */
    private static boolean isStopped(LaunchedInstance instance) {
        return instance.state().startsWith("stop");
    }

    private void lookOnceMore(LabPlan plan, PieceBook book) {
        try {
            Map<String, List<SeenInstance>> now =
                    lookout.instances(plan.order().region(), plan.order().name());
            for (InstancePiece piece : plan.instances()) {
                book.change(
                        piece,
                        state -> observed(book, state, now.getOrDefault(piece.key(), List.of())));
            }
        } catch (AwsFailedException e) {
            plan.instances()
                    .forEach(piece ->
                            book.change(
                                    piece,
                                    state ->
                                            state.saying(
                                                    "whether they run is not known: "
                                                            + e.getMessage())));
        }
    }

    private static LaunchedPiece observed(
            PieceBook book, LaunchedPiece before, List<SeenInstance> seen) {
        List<SeenInstance> live = seen.stream().filter(SeenInstance::isLive).toList();
        List<String> others = new ArrayList<>();
        for (SeenInstance instance : live) {
            if (!instance.isRunning()) {
                others.add(instance.id() + " is " + instance.instance().state().nameAsString());
            }
        }
        for (LaunchedInstance launched : before.instances()) {
            if (live.stream().noneMatch(instance -> instance.id().equals(launched.id()))) {
                others.add(launched.id() + " is gone" + reason(seen, launched.id()));
            }
        }
        LaunchedPiece now =
                book.withInstances(before.is(before.state(), live.size(), before.detail()), live);
        return others.isEmpty() ? now : now.saying(String.join(", ", others));
    }

    private static String reason(List<SeenInstance> seen, String id) {
        return seen.stream()
                .filter(instance -> instance.id().equals(id))
                .map(instance -> instance.instance().stateReason())
                .filter(Objects::nonNull)
                .map(reason -> ": " + reason.message())
                .findFirst()
                .orElse("");
    }
}
