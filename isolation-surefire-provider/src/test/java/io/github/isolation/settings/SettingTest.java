package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.settings.Setting.Reader;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** One setting: what it is where nobody said, whom it concerns, and what is wrong with a value. */
class SettingTest {
    private final SettingList list = new SettingList();

    @Example
    void aValueThatCannotBeUnderstoodIsNamedByElementAndProperty() {
        Setting<Boolean> setting = list.flag("isolation.tidy", "true").means("X.");
        assertEquals(
                Optional.of("<tidy> (isolation.tidy): 'perhaps' is neither true nor false"),
                setting.problem("perhaps"));
    }

    @Example
    void whereThereIsNoPropertyTheElementIsAllThatIsNamed() {
        Setting<Integer> setting = list.element("number", new Forms.Count()).means("X.");
        assertEquals(Optional.of("<number>: 'x' is not a number; write 0 or more"), setting.problem("x"));
    }

    @Example
    void blanksAroundAValueAreNotPartOfIt() {
        Setting<Integer> setting =
                list.setting("isolation.number", new Forms.Count(), "0").means("X.");
        assertEquals(Optional.empty(), setting.problem(" 12\n"));
        assertEquals(
                Optional.of("<number> (isolation.number): '1 2' is not a number; write 0 or more"),
                setting.problem(" 1 2 "));
    }

    /** A script gives the value of a variable that is not set. */
    @Example
    void nothingIsWrongWithNoValue() {
        Setting<Integer> setting =
                list.setting("isolation.number", new Forms.Count(), "0").means("X.");
        assertEquals(Optional.empty(), setting.problem(""));
        assertEquals(Optional.empty(), setting.problem(" \t\n"));
    }

    @Example
    void theDefaultIsReadAsAValueIs() {
        assertEquals(
                7,
                list.setting("isolation.number", new Forms.Count(), "7")
                        .means("X.")
                        .otherwise());
        assertEquals(
                ReseedPolicy.NEVER,
                list.setting("isolation.reseed", Forms.Constant.of(ReseedPolicy.values()), "never")
                        .means("X.")
                        .otherwise());
    }

    @Example
    void onlyWhatForksReadIsForForks() {
        assertTrue(readBy(Reader.SUPERVISOR).isForForks());
        assertTrue(readBy(Reader.WORKER).isForForks());
        assertTrue(readBy(Reader.GOAL, Reader.API).isForForks());
        assertFalse(readBy(Reader.GOAL, Reader.EXTENSION).isForForks());
        assertFalse(readBy().isForForks());
    }

    /** What is refused before the build begins is what would be refused in a fork, and nothing else. */
    @Property
    void problemsAndReadingAgree(@ForAll String value) {
        for (Setting<?> setting : KnownSettings.all()) {
            String stripped = value.strip();
            boolean understood = true;
            try {
                setting.form().parse(stripped.isEmpty() ? setting.byDefault() : stripped);
            } catch (IllegalArgumentException e) {
                understood = stripped.isEmpty(); // no default by itself
            }
            assertEquals(understood, setting.problem(value).isEmpty(), setting.name());
        }
    }

    /** Users find what to mend by the element, or by the property, whatever else is in the message. */
    @Property
    void everyProblemBeginsWithTheNameOfItsSetting(@ForAll String value) {
        for (Setting<?> setting : KnownSettings.all()) {
            setting.problem(value)
                    .ifPresent(problem -> assertTrue(problem.startsWith("<" + setting.name() + ">"), problem));
        }
    }

    private Setting<Boolean> readBy(Reader... readers) {
        return list.flag("isolation.tidy", "true").readBy(readers).means("X.");
    }
}
