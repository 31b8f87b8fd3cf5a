package org.labjanitor.runtime.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;

/** The page as a person meets it; skipped where there is no browser. */
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {
    private static final String ENTER = "\uE007";
    private static final String TAB = "\uE004";
    private static final String NAMES =
            "return [...document.querySelectorAll('#items tbody tr')].filter(row => !row.hidden)"
                    + ".map(row => row.querySelector('.what b').textContent)";

    private Browser browser;
    private Path page;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        browser = Browser.start();
        page = folder.resolve("page.html");
        Files.writeString(page, new ReportPage().of(sample().result()), UTF_8);
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        look(1400, "light");
        browser.open(page);
    }

    @Test
    void aColumnIsSortedFromTheKeyboard() {
        focusHead("A month");
        browser.type(ENTER);

        assertThat(names())
                .containsExactly(
                        "k8s-sandbox",
                        "jupyter-chen",
                        "web-2",
                        "web-1",
                        "guarded",
                        shownHostile(),
                        "thin-data");
        assertThat(head("A month", "getAttribute('aria-sort')")).isEqualTo("descending");

        browser.type(ENTER);

        assertThat(names().getLast()).isEqualTo("k8s-sandbox");
        assertThat(head("A month", "getAttribute('aria-sort')")).isEqualTo("ascending");
    }

    @Test
    void onlyOneColumnSaysThatItIsSorted() {
        focusHead("A month");
        browser.type(ENTER);
        focusHead("Instance");
        browser.type(ENTER);

        assertThat(names()).startsWith(shownHostile(), "guarded", "jupyter-chen");
        assertThat(
                        browser.answer("return document.querySelectorAll('th[aria-sort]').length")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void textIsFoundAnywhereInARowAndTheNumberIsTold() {
        focus("find");
        browser.type("JUPYTER");

        assertThat(names()).containsExactly("jupyter-chen");
        assertThat(shown()).startsWith("1 of 7 shown, $280.32 a month");

        browser.answer("document.querySelector('#controls').reset()");
        browser.answer("return new Promise(done => setTimeout(done, 1))");

        assertThat(names()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "state,Warned,jupyter-chen",
        "owner,bob@example.org,web-2",
        "region,eu-west-1,web-2",
        "state,Refused,guarded"
    })
    void rowsAreChosenByWhatBecameOfThemByOwnerAndByRegion(String list, String value, String name) {
        choose(list, value);

        assertThat(names()).contains(name).hasSizeLessThan(3);
        assertThat(shown()).contains(" of 7 shown");
    }

    @Test
    void severalChoicesHoldTogether() {
        choose("owner", "ada@example.org");
        choose("state", "Kept");

        assertThat(names()).containsExactly("web-1");
    }

    @Test
    void everyControlIsReachedWithTheTabKeyInOrder() {
        focus("find");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            browser.type(TAB);
            reached.add(
                    browser.answer(
                                    "const at = document.activeElement; return at.id || at.textContent")
                            .asText());
        }

        assertThat(reached).containsExactly("state", "owner", "region", "Show all", "State");
    }

    @Test
    void nothingHostileRuns() {
        assertThat(browser.answer("return window.struck === undefined").asBoolean()).isTrue();
        assertThat(browser.answer("return document.scripts.length").asInt()).isEqualTo(1);
        assertThat(browser.answer("return document.images.length").asInt()).isZero();
        assertThat(names()).contains(shownHostile());
    }

    @Test
    void evenMarkupThatGotInCouldNotRun() {
        browser.answer(
                "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.struck=1\">');"
                        + "const bad = document.createElement('script'); bad.textContent = 'window.struck=1';"
                        + "document.body.append(bad)");
        browser.answer("return new Promise(done => setTimeout(done, 50))");

        assertThat(browser.answer("return window.struck === undefined").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 800, 1400})
    void thePageIsNeverWiderThanTheScreen(int width) {
        look(width, "light");
        browser.open(page);

        assertThat(browser.answer("return window.innerWidth").asInt()).isEqualTo(width);
        assertThat(browser.answer("return document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"light,1400", "dark,1400", "light,360", "dark,360"})
    void textStandsOutFromWhatIsBehindIt(String scheme, int width) throws IOException {
        look(width, scheme);
        browser.open(page);
        browser.answer("document.querySelectorAll('details').forEach(one => one.open = true)");

        assertThat(strings(browser.answer(resource("faint.js")))).isEmpty();
    }

    @Test
    void withoutScriptsItIsAPlainPage() {
        browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.open(page);

            assertThat(
                            browser.answer("return document.getElementById('controls').hidden")
                                    .asBoolean())
                    .isTrue();
            assertThat(
                            browser.answer(
                                            "return document.querySelectorAll('thead button').length")
                                    .asInt())
                    .isZero();
            assertThat(names()).hasSize(7);
        } finally {
            browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    private static SampleRun sample() {
        Verdict verdict =
                new Verdict.Keep(
                        KeepReason.KEEP_TAG,
                        new Explanation(
                                SampleRun.HOSTILE,
                                List.of(
                                        new Fact(
                                                SampleRun.HOSTILE,
                                                SampleRun.HOSTILE,
                                                "EC2",
                                                null))));
        return SampleRun.withOneOfEverything()
                .and(
                        SampleRun.item(
                                SampleRun.resource(
                                        "i-hostile",
                                        SampleRun.HOSTILE,
                                        "us-east-1",
                                        SampleRun.HOSTILE),
                                verdict,
                                Action.NONE,
                                Outcome.GONE_ALREADY,
                                SampleRun.HOSTILE,
                                new Priced(BigDecimal.ONE, true)));
    }

    private static String shownHostile() {
        return SampleRun.HOSTILE.replace('\u202E', '\uFFFD');
    }

    private void look(int width, String scheme) {
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        900,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 500));
        browser.command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private List<String> names() {
        return strings(browser.answer(NAMES));
    }

    private String shown() {
        return browser.answer("return document.getElementById('shown').textContent").asText();
    }

    private void focus(String id) {
        browser.answer("document.getElementById('" + id + "').focus()");
    }

    private void focusHead(String column) {
        head(column, "firstChild.focus()");
    }

    private String head(String column, String question) {
        return browser.answer(
                        "return [...document.querySelectorAll('thead th')].find(head => head.textContent === '"
                                + column
                                + "')."
                                + question)
                .asText();
    }

    private void choose(String list, String value) {
        browser.answer(
                "const list = document.getElementById('%s'); list.value = '%s'; list.dispatchEvent(new Event('change'))"
                        .formatted(list, value));
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(one -> strings.add(one.asText()));
        return strings;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PageInBrowserTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
