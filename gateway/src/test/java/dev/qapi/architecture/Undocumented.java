package dev.qapi.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads sources as the compiler does and collects what is public and says nothing of itself. */
final class Undocumented extends TreePathScanner<@Nullable Void, Boolean> {

    private final DocTrees docs;
    private final Set<String> names = new TreeSet<>();

    private Undocumented(DocTrees docs) {
        this.docs = docs;
    }

    static Set<String> in(Collection<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = new ArrayList<JavaFileObject>();
            files.getJavaFileObjectsFromPaths(sources).forEach(units::add);
            return in(units);
        }
    }

    static Set<String> in(String source) throws IOException {
        var file = new SimpleJavaFileObject(java.net.URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        return in(List.of(file));
    }

    private static Set<String> in(List<? extends JavaFileObject> units) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, null, null, units);
        var search = new Undocumented(DocTrees.instance(task));
        for (var unit : task.parse()) {
            search.scan(unit, false);
        }
        return search.names;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Boolean inInterface) {
        if (isPublic(type.getModifiers(), inInterface)) {
            note(type.getSimpleName().toString());
            super.visitClass(
                    type, type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, Boolean inInterface) {
        var overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (isPublic(method.getModifiers(), inInterface)
                && !overrides
                && !method.getName().contentEquals("<init>")) {
            note(method.getName() + "()");
        }
        return null;
    }

    private static boolean isPublic(ModifiersTree modifiers, boolean inInterface) {
        var flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC) || inInterface && !flags.contains(Modifier.PRIVATE);
    }

    private void note(String name) {
        if (docs.getDocCommentTree(getCurrentPath()) == null) {
            names.add(getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + name);
        }
    }
}
