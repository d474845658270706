package io.github.isolation.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Has classes of the user's say when they are initialized: a test that is the first to use a class may leave it changed, and only
 * its initializer knows what it was before. One call is added at the end of it, and nothing to a class that has none. It comes
 * behind transformers that cannot retransform, as JaCoCo's, so those see class files as they were compiled. In any thread.
 */
final class Initializers implements ClassFileTransformer {
    private static final String INITIALIZER = "<clinit>";

    private final Set<String> without = Collections.synchronizedSet(new HashSet<>());

    private final UserFrames frames;

    Initializers(UserFrames frames) {
        this.frames = frames;
    }

    /** Whether a class is known to have no initializer, so that its fields begin with nothing in them. */
    boolean isWithout(Class<?> type) {
        return without.contains(type.getName().replace('.', '/'));
    }

    // A null is the answer of a transformer that changes nothing; the JDK's interface has no annotations.
    @Override
    @SuppressWarnings("NullAway")
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader == null
                || name == null
                || redefined != null
                || Weaver.version(bytes) < Opcodes.V1_5
                || !frames.isUsers(domain)) {
            return null;
        }
        try {
            if (hasInitializer(Weaver.readable(bytes))) {
                return Weaver.weave(bytes, next -> new Ends(next, name));
            }
            without.add(name);
            return null;
        } catch (RuntimeException | LinkageError e) {
            return null; // then it is compared from the end of the test on
        }
    }

    private static boolean hasInitializer(byte[] bytes) {
        Looks looks = new Looks();
        new ClassReader(bytes).accept(looks, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return looks.found;
    }

    private static final class Looks extends ClassVisitor {
        private boolean found;

        Looks() {
            super(Weaver.API);
        }

        @Override
        @SuppressWarnings("NullAway")
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            found |= name.equals(INITIALIZER);
            return null;
        }
    }

    private static final class Ends extends ClassVisitor {
        private final String type;

        Ends(ClassVisitor next, String type) {
            super(Weaver.API, next);
            this.type = type;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return name.equals(INITIALIZER) ? new End(next, type) : next;
        }
    }

    private static final class End extends MethodVisitor {
        private final String type;

        End(MethodVisitor next, String type) {
            super(Weaver.API, next);
            this.type = type;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
                super.visitIntInsn(Opcodes.BIPUSH, Action.INITIALIZED.number());
                super.visitLdcInsn(Type.getObjectType(type));
                super.visitInsn(Opcodes.ACONST_NULL);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, Bridge.NAME, Bridge.METHOD, Bridge.DESCRIPTOR, false);
            }
            super.visitInsn(opcode);
        }
    }
}
