package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * What went wrong with a file, in words. The JDK's own exceptions often have nothing but the name of the file for a message,
 * and say what is the matter with it by their class.
 */
public final class FileErrors {
    private FileErrors() {}

    /** The file and what is wrong with it; the message as it is where there is more in it, or no file. */
    public static String text(IOException e) {
        if (e instanceof FileSystemException failed && failed.getReason() == null && failed.getFile() != null) {
            return failed.getFile() + ": " + matter(failed);
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** As {@link #text(IOException)}, and which setting the directory comes from, if the file is there or on the way to it. */
    public static String text(IOException e, String setting, Path directory) {
        return text(e) + (concerns(e, directory) ? " (" + setting + " is " + directory + ")" : "");
    }

    private static boolean concerns(IOException e, Path directory) {
        try {
            Path file = e instanceof FileSystemException failed && failed.getFile() != null
                    ? Path.of(failed.getFile()).toAbsolutePath().normalize()
                    : null;
            Path place = directory.toAbsolutePath().normalize();
            return file != null && (file.startsWith(place) || place.startsWith(file));
        } catch (InvalidPathException noFile) {
            return false;
        }
    }

    private static String matter(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something of this name is there already";
        }
        if (e instanceof NotDirectoryException) {
            return "not a directory";
        }
        return e instanceof DirectoryNotEmptyException
                ? "directory not empty"
                : e.getClass().getSimpleName();
    }
}
