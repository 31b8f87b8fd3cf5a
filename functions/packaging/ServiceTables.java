import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.util.Map;

/**
 * Takes out of the SDK its tables of every service's old endpoints, some 310 classes that each
 * function loads for its first client. They name the Region to sign for where no endpoint rule
 * does; the SDK takes the client's own where it has no table. The functions' clients have rules,
 * and send the same requests without (docs/adr/0012).
 */
final class ServiceTables {
    private static final String REGIONS = "software/amazon/awssdk/regions/";
    private static final String TABLES = REGIONS + "servicemetadata/";
    private static final String PROVIDER = REGIONS + "GeneratedServiceMetadataProvider.class";
    private static final String LOOK_UP = "serviceMetadata";

    private ServiceTables() {}

    static Jar removeFrom(Jar jar) {
        return jar.only(path -> !path.startsWith(TABLES))
                .with(Map.of(PROVIDER, withoutTables(jar.entry(PROVIDER))));
    }

    /** The provider that knows no service. */
    private static byte[] withoutTables(byte[] provider) {
        ClassFile files = ClassFile.of();
        ClassModel model = files.parse(provider);
        if (model.methods().stream().noneMatch(ServiceTables::isLookUp)) {
            throw new IllegalStateException(PROVIDER + " looks otherwise than in SDK 2.50");
        }
        ClassTransform noTables =
                ClassTransform.dropping(
                        element ->
                                element instanceof MethodModel method
                                        && method.methodName().equalsString("<clinit>"));
        ClassTransform nothingFound =
                (builder, element) -> {
                    if (element instanceof MethodModel method && isLookUp(method)) {
                        builder.withMethodBody(
                                method.methodName(),
                                method.methodType(),
                                method.flags().flagsMask(),
                                code -> code.aconst_null().areturn());
                    } else {
                        builder.with(element);
                    }
                };
        return files.transformClass(model, noTables.andThen(nothingFound));
    }

    private static boolean isLookUp(MethodModel method) {
        return method.methodName().equalsString(LOOK_UP);
    }
}
