package io.github.isolation.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts hooks into the classes that have some, whenever one is loaded or retransformed; others may do so as often as they like, as
 * Mockito does. A class that cannot be woven stays as it is, and what is not seen because of that is said. In any thread.
 */
final class Transformer implements ClassFileTransformer {
    private final Map<String, List<Hook>> hooks = new HashMap<>();
    private final Set<String> said = new LinkedHashSet<>();
    private final FindingsFile findings;

    Transformer(List<Hook> all, FindingsFile findings) {
        this.findings = findings;
        for (Hook hook : all) {
            hooks.computeIfAbsent(hook.owner(), owner -> new ArrayList<>()).add(hook);
        }
    }

    /** Whether there is a hook in a class. */
    boolean wants(Class<?> type) {
        return isOfTheJdk(type.getClassLoader())
                && hooks.containsKey(type.getName().replace('.', '/'));
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
        List<Hook> wanted = name == null ? null : hooks.get(name);
        if (wanted == null || !isOfTheJdk(loader)) {
            return null;
        }
        try {
            Set<Hook> placed = new LinkedHashSet<>();
            byte[] woven = Weaver.weave(bytes, wanted, placed);
            for (Hook hook : wanted) {
                if (!placed.contains(hook)) {
                    notSeen(hook, "this JDK has no such method");
                }
            }
            return woven;
        } catch (RuntimeException | LinkageError e) {
            wanted.forEach(hook -> notSeen(hook, e.toString()));
            return null;
        }
    }

    private static boolean isOfTheJdk(@Nullable ClassLoader loader) {
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    void notSeen(String className, String reason) {
        hooks.getOrDefault(className, List.of()).forEach(hook -> notSeen(hook, reason));
    }

    private synchronized void notSeen(Hook hook, String reason) {
        if (said.add(hook.title())) {
            findings.notSeen(hook.title(), reason);
        }
    }
}
