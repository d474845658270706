package io.github.isolation.faults;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Our own classes once more, as a worker's JVM would have them: with statics of their own, and, in the packages that run beside
 * the tests, with a word to {@link Fault} before each call that may go wrong.
 */
final class FaultyClasses extends ClassLoader {
    private static final String OURS = "io.github.isolation.";
    private static final Set<String> BESIDE_TESTS = Set.of("io/github/isolation/worker/", "io/github/isolation/entry/");
    /** Of the test that injects: one for all. */
    private static final Set<String> SHARED =
            Set.of(Fault.class.getName(), Fault.Kind.class.getName(), Life.class.getName());

    /** Calls that compute. */
    private static final Set<String> HARMLESS = Set.of(
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Boolean",
            "java/lang/Object",
            "java/lang/Math",
            "java/lang/Enum",
            "java/util/Optional",
            "java/util/Objects",
            "java/util/List",
            "java/util/ArrayList",
            "java/util/Iterator");

    private static final String FAULT = "io/github/isolation/faults/Fault";
    private static final String LIFE = "io/github/isolation/faults/Life";
    private static final Map<String, byte[]> TRANSFORMED = new ConcurrentHashMap<>();

    FaultyClasses() {
        super(FaultyClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || SHARED.contains(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            byte[] bytes = TRANSFORMED.computeIfAbsent(name, this::transformed);
            if (bytes.length == 0) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private byte[] transformed(String name) {
        String file = name.replace('.', '/');
        try (InputStream source = getParent().getResourceAsStream(file + ".class")) {
            if (source == null) {
                return new byte[0];
            }
            byte[] original = source.readAllBytes();
            ClassReader reader = new ClassReader(original);
            if (BESIDE_TESTS.stream().noneMatch(file::startsWith)
                    || (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0) {
                return original;
            }
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(new Instrumented(writer, file), 0);
            return writer.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static final class Instrumented extends ClassVisitor {
        private final String type;

        Instrumented(ClassVisitor next, String type) {
            super(Opcodes.ASM9, next);
            this.type = type.substring(type.lastIndexOf('/') + 1);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            String where = type + "." + name;
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
                private int calls;

                @Override
                public void visitMaxs(int stack, int locals) {
                    super.visitMaxs(stack + 1, locals);
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String method, String arguments, boolean ofInterface) {
                    boolean harmless = HARMLESS.contains(owner)
                            || owner.startsWith("[")
                            || method.equals("<init>")
                            || method.startsWith("access$");
                    if (!harmless) {
                        String target = owner.substring(owner.lastIndexOf('/') + 1) + "." + method;
                        super.visitLdcInsn(where + descriptor + " #" + ++calls + " " + target);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, FAULT, "at", "(Ljava/lang/String;)V", false);
                    }
                    if (owner.equals("java/lang/Runtime") && (method.equals("halt") || method.equals("exit"))) {
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, LIFE, "exit", "(Ljava/lang/Runtime;I)V", false);
                    } else if (owner.equals("java/lang/System") && method.equals("exit")) {
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, LIFE, "exit", "(I)V", false);
                    } else if (owner.equals("java/lang/Runtime") && method.equals("addShutdownHook")) {
                        super.visitMethodInsn(
                                Opcodes.INVOKESTATIC, LIFE, "hook", "(Ljava/lang/Runtime;Ljava/lang/Thread;)V", false);
                    } else {
                        super.visitMethodInsn(opcode, owner, method, arguments, ofInterface);
                    }
                }
            };
        }
    }
}
