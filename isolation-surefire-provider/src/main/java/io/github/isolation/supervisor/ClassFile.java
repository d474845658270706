package io.github.isolation.supervisor;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one annotation of a class from its class file (JVMS 4), and skips everything else. */
final class ClassFile {
    private static final String ANNOTATIONS = "RuntimeVisibleAnnotations";
    /** Magic number and version. */
    private static final int HEADER = 8;
    /** Access flags and two indices: of a class, and of each field and method. */
    private static final int THREE_SHORTS = 6;

    private final DataInputStream in;
    private final String annotation;
    private @Nullable String[] texts = {};
    private @Nullable String found;

    private ClassFile(byte[] bytes, String annotation) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
        this.annotation = annotation;
    }

    /**
     * The text that is the {@code value} of an annotation of the class itself; null if it has no such annotation.
     *
     * @param annotation its type, as {@code Lpackage/Name;}
     * @throws IOException when the bytes end too early, or have something that no Java compiler writes so far
     */
    static @Nullable String annotationValue(byte[] bytes, String annotation) throws IOException {
        ClassFile file = new ClassFile(bytes, annotation);
        file.read();
        return file.found;
    }

    private void read() throws IOException {
        in.skipNBytes(HEADER);
        readConstants();
        in.skipNBytes(THREE_SHORTS);
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        skipMembers(); // fields
        skipMembers(); // methods
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = texts[in.readUnsignedShort()];
            int length = in.readInt();
            if (ANNOTATIONS.equals(name)) {
                for (int annotations = in.readUnsignedShort(); annotations > 0; annotations--) {
                    readAnnotation(true);
                }
            } else {
                in.skipNBytes(length);
            }
        }
    }

    private void readConstants() throws IOException {
        texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // a long or double takes two places
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("a constant of the unknown kind " + tag);
            }
        }
    }

    private void skipMembers() throws IOException {
        for (int members = in.readUnsignedShort(); members > 0; members--) {
            in.skipNBytes(THREE_SHORTS);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt());
            }
        }
    }

    private void readAnnotation(boolean ofTheClass) throws IOException {
        String type = texts[in.readUnsignedShort()];
        boolean wanted = ofTheClass && annotation.equals(type);
        for (int pairs = in.readUnsignedShort(); pairs > 0; pairs--) {
            boolean value = "value".equals(texts[in.readUnsignedShort()]);
            String text = readValue();
            if (wanted && value) {
                found = text;
            }
        }
    }

    /** The value if it is a text. */
    private @Nullable String readValue() throws IOException {
        char tag = (char) in.readUnsignedByte();
        switch (tag) {
            case 's' -> {
                return texts[in.readUnsignedShort()];
            }
            case 'e' -> in.skipNBytes(4);
            case '@' -> readAnnotation(false);
            case '[' -> {
                for (int values = in.readUnsignedShort(); values > 0; values--) {
                    readValue();
                }
            }
            default -> in.skipNBytes(2);
        }
        return null;
    }
}
