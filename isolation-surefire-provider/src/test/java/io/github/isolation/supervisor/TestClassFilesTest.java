package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Class files as compilers write them, cut short, and of languages that name things as they like. */
final class TestClassFilesTest {
    private static final String ANNOTATION = "L" + Marked.class.getName().replace('.', '/') + ";";

    /** What is looked for. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Marked {
        /** What is wanted. */
        String value();

        /** All else that an annotation may have. */
        int number() default 1;

        String[] texts() default {};

        Class<?> type() default Object.class;

        RetentionPolicy constant() default RetentionPolicy.SOURCE;

        Other[] others() default {};
    }

    /** Inside of another. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Other {
        String value();
    }

    /** Everything that can stand beside the value, before it and behind it. */
    @Other("not this one")
    @Marked(
            number = 2,
            texts = {"a", "b"},
            type = String.class,
            others = {@Other("x"), @Other("y")},
            value = "wanted",
            constant = RetentionPolicy.CLASS)
    static final class Full implements Comparable<Full> {
        static final long LONG = 1L << 40;
        static final double DOUBLE = 1.5;
        private int field;

        @Override
        @Marked("not that of a method")
        public int compareTo(Full other) {
            Runnable lambda = () -> field = (int) (LONG * DOUBLE);
            lambda.run();
            return field - other.field;
        }
    }

    /** Has none. */
    static final class Plain {
        @Marked("that of a field")
        int field;
    }

    @Test
    void theValueIsFoundWhateverIsAroundIt() throws IOException {
        assertEquals("wanted", ClassFile.annotationValue(bytes(Full.class), ANNOTATION));
        assertEquals(
                "not this one",
                ClassFile.annotationValue(
                        bytes(Full.class), "L" + Other.class.getName().replace('.', '/') + ";"));
        assertNull(ClassFile.annotationValue(bytes(Plain.class), ANNOTATION));
    }

    /** A build that was killed may leave half a class. */
    @Test
    void aClassThatIsCutShortIsAnErrorAndNothingElse() throws IOException {
        byte[] whole = bytes(Full.class);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(
                    IOException.class, () -> ClassFile.annotationValue(part, ANNOTATION), "of " + length + " bytes");
        }
    }

    @Test
    void aConstantThatNobodyKnowsIsAnError() throws IOException {
        byte[] bytes = bytes(Full.class);
        bytes[10] = 2; // the tag of its first constant
        String message = assertThrows(IOException.class, () -> ClassFile.annotationValue(bytes, ANNOTATION))
                .getMessage();
        assertEquals("a constant of the unknown kind 2", message);
    }

    @Test
    void whatIsNotThereIsEmpty() throws IOException {
        try (TestClassFiles files = new TestClassFiles(List.of(here()))) {
            assertArrayEquals(new byte[0], files.bytes("no.such.Class"));
            assertFalse(TestClassFiles.mentions(files.bytes("no.such.Class"), ANNOTATION));
        }
    }

    @Test
    void noClassOfOursIsTakenForOneOfTheUsers() throws IOException {
        try (TestClassFiles files = new TestClassFiles(List.of())) {
            assertArrayEquals(new byte[0], files.bytes(TestClassFilesTest.class.getName()));
        }
    }

    @Test
    void whatAClassMentionsIsFound() throws IOException {
        assertTrue(TestClassFiles.mentions(bytes(Plain.class), ANNOTATION));
        assertFalse(TestClassFiles.mentions(bytes(Plain.class), "Lorg/junit/jupiter/api/Nested;"));
    }

    /** {@code GrößeTest} is a fine name for a test. */
    @Test
    void namesWithLettersBeyondAsciiAreFound() throws IOException {
        ByteArrayOutputStream constant = new ByteArrayOutputStream();
        new DataOutputStream(constant).writeUTF("(Lshop/Gr\u00f6\u00dfe\u4e2dTest;");
        assertTrue(TestClassFiles.mentions(constant.toByteArray(), "(Lshop/Gr\u00f6\u00dfe\u4e2dTest;"));
        assertFalse(TestClassFiles.mentions(constant.toByteArray(), "(Lshop/Gr\u00f6\u00dfe\u4e2eTest;"));
    }

    private static byte[] bytes(Class<?> of) throws IOException {
        try (TestClassFiles files = new TestClassFiles(List.of(here()))) {
            return files.bytes(of.getName());
        }
    }

    private static URL here() {
        return TestClassFilesTest.class.getProtectionDomain().getCodeSource().getLocation();
    }
}
