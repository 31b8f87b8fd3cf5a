package org.labjanitor.simulator.ec2;

import java.util.List;
import java.util.Set;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.identity.Account;
import org.labjanitor.simulator.identity.Accounts;
import org.labjanitor.simulator.identity.RegionCatalogue;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Region;

/** {@code DescribeRegions}: enabled Regions, or with {@code AllRegions} the disabled ones too. */
final class RegionOperations {
    private final Ec2Operations operations;
    private final Accounts accounts;
    private final RegionCatalogue regions;

    RegionOperations(Ec2Operations operations, Accounts accounts, RegionCatalogue regions) {
        this.operations = operations;
        this.accounts = accounts;
        this.regions = regions;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                operations.operation(
                        "DescribeRegions",
                        DescribeRegionsRequest::builder,
                        Set.of("RegionNames", "AllRegions"),
                        this::describe));
    }

    private DescribeRegionsResponse describe(Call call, DescribeRegionsRequest request) {
        Account account = accounts.byId(call.context().accountId());
        request.regionNames().forEach(this::requireRegion);
        boolean all = Boolean.TRUE.equals(request.allRegions());
        List<Region> found =
                regions.names().stream()
                        .filter(name -> all || account.isEnabled(name))
                        .filter(name -> isNamed(request, name))
                        .map(name -> region(account, name))
                        .toList();
        return DescribeRegionsResponse.builder().regions(found).build();
    }

    private void requireRegion(String name) {
        if (!regions.exists(name)) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", "Invalid region provided: [" + name + "]");
        }
    }

    private static boolean isNamed(DescribeRegionsRequest request, String name) {
        return request.regionNames().isEmpty() || request.regionNames().contains(name);
    }

    private Region region(Account account, String name) {
        return Region.builder()
                .regionName(name)
                .endpoint("ec2." + name + ".amazonaws.com")
                .optInStatus(optInStatus(account, name))
                .build();
    }

    private String optInStatus(Account account, String name) {
        if (!regions.needsOptIn(name)) {
            return "opt-in-not-required";
        }
        return account.isEnabled(name) ? "opted-in" : "not-opted-in";
    }
}
