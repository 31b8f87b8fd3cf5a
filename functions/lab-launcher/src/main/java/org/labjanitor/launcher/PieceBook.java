package org.labjanitor.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.launch.BucketPiece;
import org.labjanitor.core.launch.FilePiece;
import org.labjanitor.core.launch.FileSource;
import org.labjanitor.core.launch.InstancePiece;
import org.labjanitor.core.launch.LabPlan;
import org.labjanitor.launcher.files.SourceFile;
import org.labjanitor.launcher.look.BucketSight;
import org.labjanitor.launcher.look.SeenInstance;
import org.labjanitor.launcher.look.Sighting;
import org.labjanitor.launcher.result.ConsoleLinks;
import org.labjanitor.launcher.result.LaunchedInstance;
import org.labjanitor.launcher.result.LaunchedPiece;
import org.labjanitor.launcher.result.PieceKind;
import org.labjanitor.launcher.result.PieceState;
import software.amazon.awssdk.services.ec2.model.Instance;

/** What became of each piece of a plan so far. None ever disappears from it. */
final class PieceBook {
    private final Map<Object, LaunchedPiece> pieces = new LinkedHashMap<>();
    private final ConsoleLinks links;

    /** Every piece as it was found. */
    PieceBook(LabPlan plan, Sighting sighting, Map<FileSource, List<SourceFile>> files) {
        this.links = new ConsoleLinks(plan.order().region());
        for (BucketPiece piece : plan.buckets()) {
            pieces.put(piece, found(piece, sighting.of(piece)));
        }
        for (FilePiece piece : plan.files()) {
            pieces.put(
                    piece,
                    LaunchedPiece.planned(
                            PieceKind.FILES,
                            piece.target(),
                            piece.from().text(),
                            null,
                            files.getOrDefault(piece.from(), List.of()).size()));
        }
        for (InstancePiece piece : plan.instances()) {
            pieces.put(piece, found(piece, sighting.of(piece.key())));
        }
        sighting.beyond(plan).forEach((key, live) -> pieces.put(key, stranger(key, live)));
    }

    /** Every piece, as it is now. */
    List<LaunchedPiece> pieces() {
        return new ArrayList<>(pieces.values());
    }

    LaunchedPiece of(Object piece) {
        return Objects.requireNonNull(pieces.get(piece));
    }

    void note(Object piece, LaunchedPiece now) {
        pieces.put(piece, now);
    }

    void change(Object piece, UnaryOperator<LaunchedPiece> change) {
        note(piece, change.apply(of(piece)));
    }

    /** The piece with its instances as they were seen last. */
    LaunchedPiece withInstances(LaunchedPiece piece, List<SeenInstance> live) {
        return piece.with(live.stream().map(seen -> launched(seen.instance())).toList());
    }

    private LaunchedPiece found(BucketPiece piece, BucketSight sight) {
        LaunchedPiece planned =
                LaunchedPiece.planned(
                                PieceKind.BUCKET, piece.name(), piece.region(), piece.student(), 1)
                        .at(new ConsoleLinks(piece.region()).bucket(piece.name()).orElse(null));
        return sight instanceof BucketSight.Ours ? planned.is(PieceState.EXISTING, 1, "") : planned;
    }

    private LaunchedPiece found(InstancePiece piece, List<SeenInstance> seen) {
        List<SeenInstance> live = seen.stream().filter(SeenInstance::isLive).toList();
        int most = piece.order().count().most();
        LaunchedPiece planned =
                LaunchedPiece.planned(
                        PieceKind.INSTANCES,
                        piece.key(),
                        piece.order().type() + ", " + piece.order().image().text(),
                        piece.student(),
                        most);
        PieceState state = live.size() >= most ? PieceState.EXISTING : PieceState.PLANNED;
        return withInstances(planned.is(state, live.size(), ""), live);
    }

    /** What an earlier document had. */
    private LaunchedPiece stranger(String key, List<SeenInstance> live) {
        LaunchedPiece piece =
                LaunchedPiece.planned(
                        PieceKind.INSTANCES,
                        key,
                        live.getFirst().instance().instanceTypeAsString(),
                        null,
                        live.size());
        return withInstances(
                piece.is(
                        PieceState.EXISTING,
                        live.size(),
                        "it is the lab's, but not in the document; it stays until the lab's end"),
                live);
    }

    private LaunchedInstance launched(Instance instance) {
        return new LaunchedInstance(
                instance.instanceId(),
                instance.placement() == null
                        ? ""
                        : Objects.requireNonNullElse(instance.placement().availabilityZone(), ""),
                instance.state().nameAsString(),
                orNull(instance.publicIpAddress()),
                orNull(instance.publicDnsName()),
                orNull(instance.privateIpAddress()),
                links.instance(instance.instanceId()).orElse(null),
                links.connect(instance.instanceId()).orElse(null));
    }

    /** EC2 writes an empty element for an address that is not there yet. */
    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
