package dev.qapi.gateway.killing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;

/** This JVM's class path with its folders as jars: from folders no JVM keeps what it has read of classes for the next one. */
final class Packed {

    private Packed() {}

    static String classPath(Path folder) throws IOException {
        var parts = new ArrayList<String>();
        for (var part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(part);
            parts.add(Files.isDirectory(path) ? jar(path, folder.resolve(parts.size() + ".jar")) : part);
        }
        return String.join(File.pathSeparator, parts);
    }

    private static String jar(Path classes, Path file) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file));
                var found = Files.walk(classes)) {
            jar.setLevel(Deflater.NO_COMPRESSION);
            for (var each : found.filter(it -> !it.equals(classes)).toList()) {
                var folder = Files.isDirectory(each);
                jar.putNextEntry(new JarEntry(classes.relativize(each) + (folder ? "/" : "")));
                if (!folder) {
                    Files.copy(each, jar);
                }
            }
        }
        return file.toString();
    }
}
