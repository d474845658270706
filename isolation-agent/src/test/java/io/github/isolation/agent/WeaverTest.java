package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What becomes of the class files of a JDK, whatever its version. */
final class WeaverTest {
    private static final int FAR_AWAY = 99;

    private static final List<Hook> HOOKS = Hooks.of(EnumSet.of(Area.FILES)).stream()
            .filter(hook -> hook.owner().equals("java/io/File"))
            .toList();

    @Test
    void eachMethodWithAHookBeginsWithACall() throws IOException {
        Set<Hook> placed = new HashSet<>();
        byte[] woven = Weaver.weave(file(), HOOKS, placed);
        assertEquals(Set.copyOf(HOOKS), placed);
        assertEquals(HOOKS.size(), calls(woven));
    }

    /** ASM refuses what is newer than itself; a JDK that comes tomorrow is to be looked at all the same. */
    @Test
    void aVersionThatAsmDoesNotKnowIsWovenAndStaysWhatItIs() throws IOException {
        byte[] newer = file();
        Weaver.setVersion(newer, FAR_AWAY);
        byte[] woven = Weaver.weave(newer, HOOKS, new HashSet<>());
        assertEquals(FAR_AWAY, Weaver.version(woven));
        Weaver.setVersion(woven, Weaver.version(file()));
        assertArrayEquals(Weaver.weave(file(), HOOKS, new HashSet<>()), woven);
        assertEquals(FAR_AWAY, Weaver.version(newer), "the original is somebody else's");
    }

    @Test
    void aHookWithoutItsMethodIsNotPlaced() throws IOException {
        Set<Hook> placed = new HashSet<>();
        Hook nosuch = Hook.setter("java/io/File", "nosuch", "()V", "nothing");
        byte[] woven = Weaver.weave(file(), List.of(nosuch), placed);
        assertTrue(placed.isEmpty());
        assertEquals(0, calls(woven));
    }

    private static byte[] file() throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream("java/io/File.class")) {
            return in.readAllBytes();
        }
    }

    private static int calls(byte[] woven) {
        int[] calls = {0};
        ClassVisitor counts = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMethodInsn(
                            int opcode, String owner, String called, String type, boolean isInterface) {
                        calls[0] += owner.equals(Bridge.NAME) ? 1 : 0;
                    }
                };
            }
        };
        new ClassReader(woven).accept(counts, 0);
        return calls[0];
    }
}
