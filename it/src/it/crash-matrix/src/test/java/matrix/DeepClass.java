package matrix;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A class file with an annotation whose value is an array of arrays of arrays: the JVM reads these by recursion in native
 * code, which has no guard but the end of the stack. No error report is left of that, only SIGSEGV.
 */
final class DeepClass extends ClassLoader {

    private static final int DEPTH = 1_000_000;
    private static final int JAVA_17 = 61;
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int CLASS = 7;

    private DeepClass() {}

    /** Does not return. */
    static void define() throws IOException {
        byte[] file = file();
        new DeepClass().defineClass("Deep", file, 0, file.length);
    }

    private static byte[] file() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(JAVA_17);
        constants(out);
        shorts(out, 0x21, 2, 4, 0, 0, 0); // public, Deep, Object, no interfaces, no fields, no methods
        shorts(out, 1, 5);
        out.writeInt(8 + 3 * DEPTH + 3);
        shorts(out, 1, 6, 1, 7); // one annotation, with one element
        for (int i = 0; i < DEPTH; i++) {
            out.writeByte('[');
            out.writeShort(1);
        }
        out.writeByte('I');
        out.writeShort(8);
        return bytes.toByteArray();
    }

    private static void constants(DataOutputStream out) throws IOException {
        out.writeShort(9);
        text(out, "Deep");
        type(out, 1);
        text(out, "java/lang/Object");
        type(out, 3);
        text(out, "RuntimeVisibleAnnotations");
        text(out, "LSome;");
        text(out, "value");
        out.writeByte(INTEGER);
        out.writeInt(1);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte(UTF8);
        out.writeUTF(text);
    }

    private static void type(DataOutputStream out, int name) throws IOException {
        out.writeByte(CLASS);
        out.writeShort(name);
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }
}
