package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.settings.Setting.Reader;
import io.github.isolation.settings.Setting.Topic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a setting is written down: nothing is said of it that was not said, and it is where it was written. */
class SettingListTest {
    private final SettingList list = new SettingList();

    @Test
    void ofASettingNothingIsKnownButWhatWasSaid() {
        Setting<Boolean> plain = list.flag("isolation.plain", "false").means("It is plain.");
        assertEquals("plain", plain.name());
        assertEquals("isolation.plain", plain.property());
        assertEquals("false", plain.byDefault());
        assertEquals("false", plain.inMaven());
        assertEquals("", plain.shown());
        assertEquals("", plain.page());
        assertEquals(Set.of(), plain.readers());
        assertEquals("It is plain.", plain.meaning());
        assertFalse(plain.isCommon());
    }

    @Test
    void allThatIsSaidIsKept() {
        Setting<Boolean> full = list.flag("isolation.full", "false")
                .inMaven("${x}")
                .shown("what x says")
                .page("full.md")
                .common()
                .topic(Topic.FORKS)
                .readBy(Reader.WORKER, Reader.API)
                .means("It is full.");
        assertEquals("false", full.byDefault());
        assertEquals("${x}", full.inMaven());
        assertEquals("what x says", full.shown());
        assertEquals("full.md", full.page());
        assertEquals(Topic.FORKS, full.topic());
        assertEquals(Set.of(Reader.WORKER, Reader.API), full.readers());
        assertTrue(full.isCommon());
    }

    @Test
    void theElementIsThePropertyWithoutOurPrefixOrWhatIsSaid() {
        assertEquals("a.b", list.flag("isolation.a.b", "").means("X.").name());
        assertEquals("skipTests", list.flag("skipTests", "").means("X.").name());
        Setting<Boolean> renamed =
                list.flag("maven.test.skip", "").element("skipTestCompilation").means("X.");
        assertEquals("skipTestCompilation", renamed.name());
        assertEquals("maven.test.skip", renamed.property());
        assertEquals(
                "", list.element("fixtures", new Forms.Text("x")).means("X.").property());
    }

    @Test
    void aTopicHoldsUntilTheNextOneBegins() {
        Topic first = list.flag("isolation.a", "").means("X.").topic();
        list.flag("isolation.b", "").topic(Topic.WORKERS).means("X.");
        Topic after = list.flag("isolation.c", "").means("X.").topic();
        assertEquals(Topic.FIXTURES, first);
        assertEquals(Topic.WORKERS, after);
    }

    @Test
    void onlyWhatHasAMeaningIsInTheListAndInThisOrder() {
        Setting<Boolean> a = list.flag("isolation.a", "").means("X.");
        list.flag("isolation.forgotten", "");
        Setting<List<String>> b = list.names("isolation.b", new Forms.Names("[a-z]", "a letter", "letters"))
                .means("X.");
        assertEquals(List.of(a, b), list.settings());
    }

    @Test
    void aListIsEmptyWhereNobodySaid() {
        Setting<List<String>> names = list.names("isolation.b", new Forms.Names("[a-z]", "a letter", "letters"))
                .means("X.");
        assertEquals(List.of(), names.otherwise());
        assertTrue(names.form().isList());
        assertFalse(new Forms.Count().isList());
    }

    @Test
    void nobodyChangesTheListFromOutside() {
        list.flag("isolation.a", "").means("X.");
        List<Setting<?>> settings = list.settings();
        assertThrows(UnsupportedOperationException.class, settings::clear);
        list.flag("isolation.b", "").means("X.");
        assertEquals(1, settings.size());
    }
}
