package org.labjanitor.cli.tagging;

import java.util.ArrayList;
import java.util.List;

/**
 * What a search came to.
 *
 * @param pieces those that were found
 * @param troubles what could not be looked at, or is not there, a sentence each
 */
public record Found(List<Piece> pieces, List<String> troubles) {
    public Found {
        pieces = List.copyOf(pieces);
        troubles = List.copyOf(troubles);
    }

    static Found of(Piece piece) {
        return new Found(List.of(piece), List.of());
    }

    static Found none(String why) {
        return new Found(List.of(), List.of(why));
    }

    /** Both together. */
    public Found and(Found other) {
        List<Piece> allPieces = new ArrayList<>(pieces);
        allPieces.addAll(other.pieces);
        List<String> allTroubles = new ArrayList<>(troubles);
        allTroubles.addAll(other.troubles);
        return new Found(allPieces, allTroubles);
    }
}
