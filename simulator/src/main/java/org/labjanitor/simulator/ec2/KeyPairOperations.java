package org.labjanitor.simulator.ec2;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsResponse;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.KeyFormat;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.KeyType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Key pairs: made here or elsewhere, named at launch. */
final class KeyPairOperations {
    private static final int LONGEST_NAME = 255;

    private final Ec2Operations operations;

    KeyPairOperations(Ec2Operations operations) {
        this.operations = operations;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "CreateKeyPair",
                        CreateKeyPairRequest::builder,
                        Set.of("KeyName", "KeyType", "KeyFormat", "TagSpecifications"),
                        this::create),
                operations.operation(
                        "ImportKeyPair",
                        ImportKeyPairRequest::builder,
                        Set.of("KeyName", "PublicKeyMaterial", "TagSpecifications"),
                        this::importPublic),
                operations.operation(
                        "DescribeKeyPairs",
                        DescribeKeyPairsRequest::builder,
                        Set.of("KeyNames", "KeyPairIds", "Filters", "IncludePublicKey"),
                        this::describe),
                operations.operation(
                        "DeleteKeyPair",
                        DeleteKeyPairRequest::builder,
                        Set.of("KeyName", "KeyPairId"),
                        this::delete));
    }

    private CreateKeyPairResponse create(Call call, CreateKeyPairRequest request) {
        if (request.keyType() == KeyType.ED25519 || request.keyFormat() == KeyFormat.PPK) {
            throw AwsError.notSimulated("CreateKeyPair of ED25519 keys or in PPK form");
        }
        requireFree(call, request.keyName());
        KeyMaterial material = KeyMaterial.generateRsa();
        LabKeyPair made = add(call, request.keyName(), material, request.tagSpecifications());
        return CreateKeyPairResponse.builder()
                .keyPairId(made.id())
                .keyName(made.name())
                .keyFingerprint(made.fingerprint())
                .keyMaterial(material.privateKey())
                .tags(call.stock().tags().list(made.id()))
                .build();
    }

    private ImportKeyPairResponse importPublic(Call call, ImportKeyPairRequest request) {
        requireFree(call, request.keyName());
        if (request.publicKeyMaterial() == null) {
            throw missing("PublicKeyMaterial");
        }
        KeyMaterial material =
                KeyMaterial.imported(request.publicKeyMaterial().asString(StandardCharsets.UTF_8));
        LabKeyPair made = add(call, request.keyName(), material, request.tagSpecifications());
        return ImportKeyPairResponse.builder()
                .keyPairId(made.id())
                .keyName(made.name())
                .keyFingerprint(made.fingerprint())
                .tags(call.stock().tags().list(made.id()))
                .build();
    }

    private static LabKeyPair add(
            Call call, String name, KeyMaterial material, List<TagSpecification> specifications) {
        TagRules.requireTypes(Set.of(ResourceType.KEY_PAIR), specifications);
        LabKeyPair made =
                new LabKeyPair(
                        call.lifecycle().newId("key"),
                        name,
                        material.type(),
                        material.fingerprint(),
                        material.publicKey(),
                        call.context().now());
        call.stock().keyPairs().put(name, made);
        call.stock()
                .tags()
                .of(made.id())
                .putAll(TagRules.of(ResourceType.KEY_PAIR, specifications));
        return made;
    }

    private static void requireFree(Call call, @Nullable String name) {
        if (name == null) {
            throw missing("KeyName");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "Value for parameter KeyName is invalid: up to 255 ASCII characters");
        }
        if (call.stock().keyPairs().containsKey(name)) {
            throw AwsError.badRequest("InvalidKeyPair.Duplicate", "The keypair already exists");
        }
    }

    private static AwsError missing(String parameter) {
        return AwsError.badRequest(
                "MissingParameter", "The request must contain the parameter " + parameter);
    }

    private DescribeKeyPairsResponse describe(Call call, DescribeKeyPairsRequest request) {
        request.keyNames().forEach(call.stock()::keyPair);
        request.keyPairIds().forEach(id -> requireId(call, id));
        Filters<LabKeyPair> filters =
                new Filters<LabKeyPair>(key -> call.stock().tags().of(key.id()))
                        .on("key-pair-id", LabKeyPair::id)
                        .on("key-name", LabKeyPair::name)
                        .on("fingerprint", LabKeyPair::fingerprint);
        boolean withKey = Boolean.TRUE.equals(request.includePublicKey());
        return DescribeKeyPairsResponse.builder()
                .keyPairs(
                        call.stock().keyPairs().values().stream()
                                .filter(key -> isNamed(request, key))
                                .filter(filters.matching(request.filters()))
                                .map(key -> view(call.stock(), key, withKey))
                                .toList())
                .build();
    }

    private static void requireId(Call call, String id) {
        if (byId(call, id).isEmpty()) {
            throw AwsError.badRequest(
                    "InvalidKeyPair.NotFound", "The key pair '" + id + "' does not exist");
        }
    }

    private static Optional<LabKeyPair> byId(Call call, String id) {
        return call.stock().keyPairs().values().stream()
                .filter(key -> key.id().equals(id))
                .findFirst();
    }

    private static boolean isNamed(DescribeKeyPairsRequest request, LabKeyPair key) {
        return (request.keyNames().isEmpty() && request.keyPairIds().isEmpty())
                || request.keyNames().contains(key.name())
                || request.keyPairIds().contains(key.id());
    }

    private static KeyPairInfo view(Ec2Stock stock, LabKeyPair key, boolean withKey) {
        return KeyPairInfo.builder()
                .keyPairId(key.id())
                .keyName(key.name())
                .keyType(key.type())
                .keyFingerprint(key.fingerprint())
                .createTime(key.created())
                .publicKey(withKey ? key.publicKey() : null)
                .tags(stock.tags().list(key.id()))
                .build();
    }

    /** Deleting what is not there succeeds too. */
    private DeleteKeyPairResponse delete(Call call, DeleteKeyPairRequest request) {
        if (request.keyName() == null && request.keyPairId() == null) {
            throw missing("KeyName");
        }
        Optional<LabKeyPair> doomed =
                request.keyName() == null
                        ? byId(call, request.keyPairId())
                        : Optional.ofNullable(call.stock().keyPairs().get(request.keyName()));
        doomed.ifPresent(key -> {
            call.stock().keyPairs().remove(key.name());
            call.stock().tags().forget(key.id());
        });
        return DeleteKeyPairResponse.builder()
                .returnValue(true)
                .keyPairId(doomed.map(LabKeyPair::id).orElse(null))
                .build();
    }
}
