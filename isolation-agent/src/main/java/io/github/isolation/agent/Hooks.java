package io.github.isolation.agent;

import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the hooks are. Private methods are among them, because public ones are many, and those that a JDK adds would be missed: so
 * the agent says which of them a JDK does not have. Looked at on Java 17 and 25.
 */
final class Hooks {
    private static final String NET = "sun/nio/ch/Net";
    private static final String UNIX = "sun/nio/ch/UnixDomainSockets";
    private static final String PATH = "(Ljava/nio/file/Path;";
    private static final String SET = "Ljava/util/Set;";
    private static final String ATTRIBUTES = "[Ljava/nio/file/attribute/FileAttribute;";
    private static final int HAS_CONTAINERS = 21;
    private static final int NOTHING = Hook.NOTHING;
    private static final int THIS = Hook.THIS;

    private Hooks() {}

    /** Those that these areas need. */
    static List<Hook> of(Set<Area> areas) {
        List<Hook> all = new ArrayList<>();
        files(all);
        paths(all);
        sockets(all);
        ofTheJvm(all);
        settersOfTheNet(all);
        // Who has started a thread is asked whatever it does then.
        all.removeIf(hook -> !areas.contains(hook.area()) && hook.action() != Action.THREAD);
        return areas.isEmpty() ? List.of() : all;
    }

    private static void files(List<Hook> all) {
        String file = "java/io/File";
        all.add(file(Action.OPEN_TO_READ, "java/io/FileInputStream", "open", "(Ljava/lang/String;)V", 0, NOTHING));
        all.add(file(Action.OPEN_TO_WRITE, "java/io/FileOutputStream", "open", "(Ljava/lang/String;Z)V", 0, NOTHING));
        all.add(file(Action.RANDOM_ACCESS, "java/io/RandomAccessFile", "open", "(Ljava/lang/String;I)V", 0, 1));
        all.add(file(Action.FILE_CREATE, file, "createNewFile", "()Z", THIS, NOTHING));
        all.add(file(Action.FILE_DELETE, file, "delete", "()Z", THIS, NOTHING));
        all.add(file(Action.FILE_DELETE, file, "deleteOnExit", "()V", THIS, NOTHING));
        all.add(file(Action.FILE_MOVE, file, "renameTo", "(Ljava/io/File;)Z", THIS, 0));
        all.add(file(Action.FILE_DIRECTORY, file, "mkdir", "()Z", THIS, NOTHING));
        all.add(file(Action.FILE_LIST, file, "normalizedList", "()[Ljava/lang/String;", THIS, NOTHING));
        all.add(file(
                Action.DATABASE,
                "java/sql/DriverManager",
                "getConnection",
                "(Ljava/lang/String;Ljava/util/Properties;Ljava/lang/Class;)Ljava/sql/Connection;",
                0,
                NOTHING));
    }

    private static Hook file(Action action, String owner, String method, String descriptor, int first, int second) {
        return Hook.of(Area.FILES, action, owner, method, descriptor, first, second);
    }

    /** In the class of the provider that declares each of them, which is another one on another system. */
    private static void paths(List<Hook> all) {
        path(
                all,
                Action.CHANNEL,
                "newByteChannel",
                PATH + SET + ATTRIBUTES + ")Ljava/nio/channels/SeekableByteChannel;",
                1);
        path(all, Action.CHANNEL, "newFileChannel", PATH + SET + ATTRIBUTES + ")Ljava/nio/channels/FileChannel;", 1);
        path(
                all,
                Action.CHANNEL,
                "newAsynchronousFileChannel",
                PATH + SET + "Ljava/util/concurrent/ExecutorService;" + ATTRIBUTES
                        + ")Ljava/nio/channels/AsynchronousFileChannel;",
                1);
        path(all, Action.PATH_DELETE, "implDelete", PATH + "Z)Z", NOTHING);
        path(all, Action.PATH_MOVE, "move", PATH + "Ljava/nio/file/Path;[Ljava/nio/file/CopyOption;)V", 1);
        path(all, Action.PATH_COPY, "copy", PATH + "Ljava/nio/file/Path;[Ljava/nio/file/CopyOption;)V", 1);
        path(all, Action.PATH_LINK, "createSymbolicLink", PATH + "Ljava/nio/file/Path;" + ATTRIBUTES + ")V", NOTHING);
        path(all, Action.PATH_LINK, "createLink", PATH + "Ljava/nio/file/Path;)V", NOTHING);
        path(all, Action.PATH_DIRECTORY, "createDirectory", PATH + ATTRIBUTES + ")V", NOTHING);
        path(
                all,
                Action.PATH_LIST,
                "newDirectoryStream",
                PATH + "Ljava/nio/file/DirectoryStream$Filter;)Ljava/nio/file/DirectoryStream;",
                NOTHING);
    }

    private static void path(List<Hook> all, Action action, String method, String descriptor, int second) {
        all.add(Hook.of(Area.FILES, action, declaring(method), method, descriptor, 0, second));
    }

    /** The lowest class of the provider's that has such a method with a body. */
    private static String declaring(String method) {
        Class<?> first = FileSystems.getDefault().provider().getClass();
        for (Class<?> at = first; at != null; at = at.getSuperclass()) {
            if (at.getName().startsWith("sun.nio.fs.") && declares(at, method)) {
                return at.getName().replace('.', '/');
            }
        }
        return first.getName().replace('.', '/');
    }

    private static boolean declares(Class<?> type, String name) {
        for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name) && !java.lang.reflect.Modifier.isAbstract(method.getModifiers())) {
                return true;
            }
        }
        return false;
    }

    private static void sockets(List<Hook> all) {
        String address = "(Ljava/net/ProtocolFamily;Ljava/io/FileDescriptor;Ljava/net/InetAddress;I)";
        String path = "(Ljava/io/FileDescriptor;Ljava/nio/file/Path;)";
        all.add(Hook.of(Area.PORTS, Action.BIND, NET, "bind", address + "V", 1, 3));
        // The JDK asks for the address of a socket as soon as it has bound it, and so which port the system has chosen.
        all.add(Hook.of(
                Area.PORTS,
                Action.BOUND,
                NET,
                "localAddress",
                "(Ljava/io/FileDescriptor;)Ljava/net/InetSocketAddress;",
                0,
                NOTHING));
        all.add(Hook.of(Area.PORTS, Action.CONNECT, NET, "connect", address + "I", 2, 3));
        all.add(Hook.of(Area.PORTS, Action.BIND_UNIX, UNIX, "bind", path + "V", 1, NOTHING));
        all.add(Hook.of(Area.PORTS, Action.CONNECT_UNIX, UNIX, "connect", path + "I", 1, NOTHING));
    }

    private static void ofTheJvm(List<Hook> all) {
        String system = "java/lang/System";
        String text = "(Ljava/lang/String;)";
        all.add(jvm(
                Action.PROPERTY, system, "setProperty", "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;", 0));
        all.add(jvm(Action.PROPERTY, system, "clearProperty", text + "Ljava/lang/String;", 0));
        all.add(Hook.setter(system, "setProperties", "(Ljava/util/Properties;)V", "all system properties"));
        all.add(Hook.setter(system, "setOut", "(Ljava/io/PrintStream;)V", "System.out"));
        all.add(Hook.setter(system, "setErr", "(Ljava/io/PrintStream;)V", "System.err"));
        all.add(Hook.setter(system, "setIn", "(Ljava/io/InputStream;)V", "System.in"));
        all.add(Hook.setter(
                "java/util/Locale",
                "setDefault",
                "(Ljava/util/Locale$Category;Ljava/util/Locale;)V",
                "the default locale"));
        all.add(Hook.setter("java/util/Locale", "setDefault", "(Ljava/util/Locale;)V", "the default locale"));
        all.add(Hook.setter("java/util/TimeZone", "setDefault", "(Ljava/util/TimeZone;)V", "the default time zone"));
        String security = "java/security/Security";
        String providers = "the security providers";
        all.add(Hook.setter(security, "insertProviderAt", "(Ljava/security/Provider;I)I", providers));
        all.add(Hook.setter(security, "removeProvider", text + "V", providers));
        all.add(Hook.setter(
                security, "setProperty", "(Ljava/lang/String;Ljava/lang/String;)V", "the security properties"));
        all.add(Hook.setter(
                "java/lang/Thread",
                "setDefaultUncaughtExceptionHandler",
                "(Ljava/lang/Thread$UncaughtExceptionHandler;)V",
                "the default uncaught exception handler"));
        all.add(jvm(Action.THREAD, "java/lang/Thread", "start", "()V", THIS));
        if (Runtime.version().feature() >= HAS_CONTAINERS) {
            // By which executors start theirs, and virtual ones start themselves.
            String container = "(Ljdk/internal/vm/ThreadContainer;)V";
            all.add(jvm(Action.THREAD, "java/lang/Thread", "start", container, THIS));
            all.add(jvm(Action.THREAD, "java/lang/VirtualThread", "start", container, THIS));
        }
        all.add(jvm(Action.PROCESS, "java/lang/ProcessBuilder", "start", "()Ljava/lang/Process;", THIS));
        all.add(jvm(Action.LIBRARY, system, "load", text + "V", 0));
        all.add(jvm(Action.LIBRARY, system, "loadLibrary", text + "V", 0));
        all.add(jvm(Action.LIBRARY, "java/lang/Runtime", "load", text + "V", 0));
        all.add(jvm(Action.LIBRARY, "java/lang/Runtime", "loadLibrary", text + "V", 0));
        all.add(Hook.setter("java/lang/Runtime", "addShutdownHook", "(Ljava/lang/Thread;)V", "the shutdown hooks"));
    }

    private static Hook jvm(Action action, String owner, String method, String descriptor, int first) {
        return Hook.of(Area.JVM, action, owner, method, descriptor, first, NOTHING);
    }

    private static void settersOfTheNet(List<Hook> all) {
        all.add(Hook.setter(
                "java/net/URL",
                "setURLStreamHandlerFactory",
                "(Ljava/net/URLStreamHandlerFactory;)V",
                "the URL stream handlers"));
        all.add(Hook.setter(
                "java/net/Authenticator", "setDefault", "(Ljava/net/Authenticator;)V", "the default authenticator"));
        all.add(Hook.setter(
                "java/net/ProxySelector", "setDefault", "(Ljava/net/ProxySelector;)V", "the default proxy selector"));
        all.add(Hook.setter(
                "java/net/CookieHandler", "setDefault", "(Ljava/net/CookieHandler;)V", "the default cookie handler"));
        all.add(Hook.setter(
                "javax/net/ssl/SSLContext", "setDefault", "(Ljavax/net/ssl/SSLContext;)V", "the default SSL context"));
    }
}
