package org.labjanitor.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSearchTest {
    @TempDir private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("data/deep"));
        Files.writeString(folder.resolve("notes.txt"), "notes");
        Files.writeString(folder.resolve("data/a.csv"), "a");
        Files.writeString(folder.resolve("data/deep/b.csv"), "b");
    }

    @Test
    void aFileKeepsItsNameBelowThePrefix() {
        assertThat(keys("", "notes.txt")).containsExactly("notes.txt");
        assertThat(keys("week-1/", "notes.txt")).containsExactly("week-1/notes.txt");
    }

    @Test
    void aSingleFileCanHaveAnotherName() {
        assertThat(keys("week-1.txt", "notes.txt")).containsExactly("week-1.txt");
    }

    @Test
    void aFolderGoesWithItsNameAndWithoutItWhereASlashIsWritten() {
        assertThat(keys("x/", "data")).containsExactly("x/data/a.csv", "x/data/deep/b.csv");
        assertThat(keys("x/", "data/")).containsExactly("x/a.csv", "x/deep/b.csv");
        assertThat(keys("x", "data/")).containsExactly("x/a.csv", "x/deep/b.csv");
    }

    @Test
    void severalGoBelowThePrefix() {
        assertThat(keys("x", "data", "notes.txt"))
                .containsExactly("x/data/a.csv", "x/data/deep/b.csv", "x/notes.txt");
    }

    @Test
    void aLinkIsFollowedButNotInCircles() throws IOException {
        Files.createSymbolicLink(folder.resolve("data/notes"), folder.resolve("notes.txt"));
        Files.createSymbolicLink(folder.resolve("data/deep/up"), folder.resolve("data"));
        Files.createSymbolicLink(folder.resolve("data/nowhere"), folder.resolve("missing"));

        Sources sources = search("", "data/");

        assertThat(sources.files())
                .extracting(Source::key)
                .containsExactly("a.csv", "deep/b.csv", "notes");
        assertThat(sources.left())
                .extracting(NotUploaded::why)
                .containsExactlyInAnyOrder(
                        "it is a link back to a folder that it is in", "there is no such file");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(search("", "missing.txt").left())
                .extracting(NotUploaded::why)
                .containsExactly("there is no such file");
    }

    @Test
    void aKeyThatIsTooLongIsSaid() {
        Sources sources = search("x".repeat(1_020) + "/", "notes.txt");

        assertThat(sources.files()).isEmpty();
        assertThat(sources.left().getFirst().why())
                .isEqualTo("its key would have 1030 bytes; S3 takes 1024");
    }

    private List<String> keys(String key, String... named) {
        return search(key, named).files().stream().map(Source::key).toList();
    }

    private Sources search(String key, String... named) {
        return SourceSearch.of(
                List.of(named).stream().map(name -> folder + "/" + name).toList(), key);
    }
}
