package org.labjanitor.simulator.sts;

import java.util.List;
import org.labjanitor.simulator.identity.Account;
import org.labjanitor.simulator.identity.Accounts;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.ErrorDialect;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsQueryProtocol;
import org.labjanitor.simulator.wire.WireProtocol;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS, as far as it names the caller. */
public final class StsService implements AwsService {
    private final Accounts accounts;

    public StsService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public List<WireProtocol> protocols() {
        return List.of(
                new AwsQueryProtocol("2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/"));
    }

    @Override
    public ErrorDialect errors() {
        return ErrorDialect.QUERY;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>(
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        this::getCallerIdentity));
    }

    private GetCallerIdentityResponse getCallerIdentity(
            CallContext context, GetCallerIdentityRequest request) {
        Account account = accounts.byId(context.accountId());
        return GetCallerIdentityResponse.builder()
                .account(account.id())
                .arn(account.userArn())
                .userId(account.userId())
                .build();
    }
}
