package org.labjanitor.launcher.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the lab and what became of it.
 *
 * @param key the piece's name, a bucket's name, or where files go
 * @param what an instance type with its image, a bucket's Region, or where files come from
 * @param student whose it is; null: the whole lab's
 * @param wanted how many instances, buckets or files there are to be
 * @param there how many of them were seen to be there
 * @param detail what a person has to know; empty where the state says all
 * @param link where the console shows it; null for instances, which have their own
 */
public record LaunchedPiece(
        PieceKind kind,
        String key,
        String what,
        @Nullable String student,
        PieceState state,
        int wanted,
        int there,
        String detail,
        List<LaunchedInstance> instances,
        @Nullable String link) {
    public LaunchedPiece {
        instances = List.copyOf(instances);
    }

    /** A piece of which nothing is there. */
    public static LaunchedPiece planned(
            PieceKind kind, String key, String what, @Nullable String student, int wanted) {
        return new LaunchedPiece(
                kind, key, what, student, PieceState.PLANNED, wanted, 0, "", List.of(), null);
    }

    /** The same piece in another state. */
    public LaunchedPiece is(PieceState other, int nowThere, String why) {
        return new LaunchedPiece(
                kind, key, what, student, other, wanted, nowThere, why, instances, link);
    }

    /** The same piece with its instances. */
    public LaunchedPiece with(List<LaunchedInstance> seen) {
        return new LaunchedPiece(
                kind, key, what, student, state, wanted, there, detail, seen, link);
    }

    /** The same piece with the place where the console shows it. */
    public LaunchedPiece at(@Nullable String console) {
        return new LaunchedPiece(
                kind, key, what, student, state, wanted, there, detail, instances, console);
    }

    /** The same piece with one sentence more. */
    public LaunchedPiece saying(String more) {
        return is(state, there, detail.isEmpty() ? more : detail + "; " + more);
    }

    public boolean isWhole() {
        return there >= wanted && state != PieceState.FAILED;
    }
}
