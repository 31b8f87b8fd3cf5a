import java.io.IOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the classes of a library that were compiled for Java 5 what classes have since Java 6: stack
 * maps. Java verifies such classes quickly and keeps them in its cache of classes; the others it
 * leaves out of the cache, and picocli's alone are a third of a short run's time. The instructions
 * stay as they are.
 */
final class ModernClasses {
    private static final int WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    private final ClassFile files;

    private ModernClasses(ClassHierarchyResolver hierarchy) {
        this.files =
                ClassFile.of(
                        StackMapsOption.GENERATE_STACK_MAPS,
                        ClassHierarchyResolverOption.of(hierarchy));
    }

    /**
     * The jar with modern classes.
     *
     * @throws IllegalStateException if a class that was written cannot be verified
     */
    static Jar in(Path file) throws IOException {
        Jar jar = Jar.read(file);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {file.toUri().toURL()})) {
            ClassHierarchyResolver hierarchy =
                    ClassHierarchyResolver.ofResourceParsing(loader)
                            .orElse(ClassHierarchyResolver.defaultResolver());
            return jar.with(new ModernClasses(hierarchy).rewritten(jar.entries()));
        }
    }

    private Map<String, byte[]> rewritten(Map<String, byte[]> entries) {
        Map<String, byte[]> rewritten = new HashMap<>();
        entries.forEach(
                (path, content) -> {
                    if (path.endsWith(".class")) {
                        rewritten.put(path, modern(content));
                    }
                });
        return rewritten;
    }

    private byte[] modern(byte[] original) {
        ClassModel model = files.parse(original);
        if (model.majorVersion() >= WITH_STACK_MAPS) {
            return original;
        }
        // Only code that goes through a builder gets stack maps.
        ClassTransform rebuilt =
                ClassTransform.transformingMethods(
                        MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
        byte[] modern = files.transformClass(model, newer().andThen(rebuilt));
        List<VerifyError> faults = files.verify(modern);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    model.thisClass().asInternalName() + " cannot be verified: " + faults);
        }
        return modern;
    }

    private static ClassTransform newer() {
        return (builder, element) -> {
            ClassElement written =
                    element instanceof ClassFileVersion
                            ? ClassFileVersion.of(WITH_STACK_MAPS, 0)
                            : element;
            builder.with(written);
        };
    }
}
