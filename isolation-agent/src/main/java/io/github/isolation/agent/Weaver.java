package io.github.isolation.agent;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a call at the beginning of each method that has a hook. Nothing else of a class changes: there is no branch in what is
 * added, so the frames of the class file stay as they are.
 */
final class Weaver {
    static final int API = Opcodes.ASM9;

    /** Where a class file has its version: two bytes, the higher one first. */
    private static final int VERSION_HIGH = 6;

    private static final int VERSION_LOW = 7;
    private static final int BYTE = 8;
    private static final int MASK = 0xff;

    /** The newest that this ASM reads. One that is newer is shown to it as this, and gets its own back. */
    private static final int NEWEST = Opcodes.V26;

    private Weaver() {}

    /**
     * A class with these hooks.
     *
     * @param placed gets those that were found in it
     */
    static byte[] weave(byte[] original, List<Hook> hooks, Set<Hook> placed) {
        return weave(original, next -> new Classes(next, hooks, placed));
    }

    /** A class as some visitor makes it, which adds no branch. */
    static byte[] weave(byte[] original, UnaryOperator<ClassVisitor> visitor) {
        ClassReader reader = new ClassReader(readable(original));
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(visitor.apply(writer), 0);
        byte[] woven = writer.toByteArray();
        setVersion(woven, version(original));
        return woven;
    }

    /** What ASM reads, whatever the version. */
    static byte[] readable(byte[] original) {
        if (version(original) <= NEWEST) {
            return original;
        }
        byte[] readable = original.clone();
        setVersion(readable, NEWEST);
        return readable;
    }

    static int version(byte[] bytes) {
        return ((bytes[VERSION_HIGH] & MASK) << BYTE) | (bytes[VERSION_LOW] & MASK);
    }

    static void setVersion(byte[] bytes, int version) {
        bytes[VERSION_HIGH] = (byte) (version >> BYTE);
        bytes[VERSION_LOW] = (byte) version;
    }

    private static final class Classes extends ClassVisitor {
        private final List<Hook> hooks;
        private final Set<Hook> placed;

        Classes(ClassVisitor next, List<Hook> hooks, Set<Hook> placed) {
            super(API, next);
            this.hooks = hooks;
            this.placed = placed;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            for (Hook hook : hooks) {
                boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
                if (hook.method().equals(name) && hook.descriptor().equals(descriptor) && hasCode) {
                    placed.add(hook);
                    return new Entry(next, hook, (access & Opcodes.ACC_STATIC) != 0);
                }
            }
            return next;
        }
    }

    private static final class Entry extends MethodVisitor {
        private final Hook hook;
        private final boolean isStatic;

        Entry(MethodVisitor next, Hook hook, boolean isStatic) {
            super(API, next);
            this.hook = hook;
            this.isStatic = isStatic;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitIntInsn(Opcodes.BIPUSH, hook.action().number());
            push(hook.first());
            push(hook.second());
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.NAME, Bridge.METHOD, Bridge.DESCRIPTOR, false);
        }

        private void push(int what) {
            if (what == Hook.NOTHING) {
                super.visitInsn(Opcodes.ACONST_NULL);
            } else if (what == Hook.WORDS) {
                super.visitLdcInsn(hook.words());
            } else if (what == Hook.THIS) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
            } else {
                pushParameter(what);
            }
        }

        private void pushParameter(int number) {
            Type[] types = Type.getArgumentTypes(hook.descriptor());
            int slot = isStatic ? 0 : 1;
            for (int i = 0; i < number; i++) {
                slot += types[i].getSize();
            }
            super.visitVarInsn(types[number].getOpcode(Opcodes.ILOAD), slot);
            if (types[number].getSort() == Type.INT) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
            }
        }
    }
}
