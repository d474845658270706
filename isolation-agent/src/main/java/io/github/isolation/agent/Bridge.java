package io.github.isolation.agent;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The one class that we put into the JDK: what the hooks call, because classes of the JDK cannot see the agent's. It is defined in
 * {@code java.lang}, and hands on to an array of functions, one for each {@link Action}. An agent's {@code Boot-Class-Path} would do
 * as well, but then a JVM does without its class-data archive.
 */
final class Bridge {
    static final String NAME = "java/lang/IsolationAudit";
    static final String METHOD = "at";
    static final String DESCRIPTOR = "(ILjava/lang/Object;Ljava/lang/Object;)V";

    private static final String FIELD = "listeners";
    private static final String FIELD_TYPE = "[Ljava/util/function/BiConsumer;";

    private final Class<?> type;

    private Bridge(Class<?> type) {
        this.type = type;
    }

    /** Defines the class. Once in a JVM. */
    static Bridge define(Instrumentation instrumentation) throws ReflectiveOperationException {
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of(
                        "jdk.internal.misc",
                        Set.of(Bridge.class.getModule()),
                        "sun.nio.ch",
                        Set.of(Bridge.class.getModule())),
                Map.of("java.lang", Set.of(Bridge.class.getModule()), "java.util", Set.of(Bridge.class.getModule())),
                Set.of(),
                Map.of());
        return new Bridge(MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
                .defineClass(bytes()));
    }

    /** From now on, hooks are heard; by the number of the action. */
    void listen(BiConsumer<Object, Object>[] listeners) throws ReflectiveOperationException {
        type.getField(FIELD).set(null, listeners);
    }

    private static byte[] bytes() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V1_6, // without frames, which a branch needs later
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                NAME,
                null,
                "java/lang/Object",
                null);
        writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE, FIELD, FIELD_TYPE, null, null)
                .visitEnd();
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, METHOD, DESCRIPTOR, null, null);
        code.visitCode();
        Label nobody = new Label();
        code.visitFieldInsn(Opcodes.GETSTATIC, NAME, FIELD, FIELD_TYPE);
        code.visitVarInsn(Opcodes.ASTORE, 3);
        code.visitVarInsn(Opcodes.ALOAD, 3);
        code.visitJumpInsn(Opcodes.IFNULL, nobody);
        code.visitVarInsn(Opcodes.ALOAD, 3);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitInsn(Opcodes.AALOAD);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                "java/util/function/BiConsumer",
                "accept",
                "(Ljava/lang/Object;Ljava/lang/Object;)V",
                true);
        code.visitLabel(nobody);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
