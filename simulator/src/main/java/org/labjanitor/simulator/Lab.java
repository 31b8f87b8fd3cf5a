package org.labjanitor.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.labjanitor.simulator.cloudtrail.CloudTrailService;
import org.labjanitor.simulator.cloudwatch.CloudWatchService;
import org.labjanitor.simulator.control.ControlPlane;
import org.labjanitor.simulator.control.LabClock;
import org.labjanitor.simulator.ec2.Ec2Service;
import org.labjanitor.simulator.ec2.Ec2World;
import org.labjanitor.simulator.fault.FaultPlan;
import org.labjanitor.simulator.http.LabServer;
import org.labjanitor.simulator.identity.Accounts;
import org.labjanitor.simulator.identity.RegionCatalogue;
import org.labjanitor.simulator.s3.S3Service;
import org.labjanitor.simulator.s3.StorageMetrics;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.s3.bucket.S3Region;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.CallJournal;
import org.labjanitor.simulator.service.CallLog;
import org.labjanitor.simulator.service.FrontDoor;
import org.labjanitor.simulator.service.Gate;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.service.ServiceDesk;
import org.labjanitor.simulator.sns.SnsService;
import org.labjanitor.simulator.ssm.SsmService;
import org.labjanitor.simulator.sts.StsService;

/**
 * An AWS lab on loopback. Any AWS client can be pointed at its {@link #endpoint}; its clock stands
 * still until it is turned.
 */
public final class Lab implements AutoCloseable {
    /** The account that a lab has unless told otherwise. */
    public static final String DEFAULT_ACCOUNT = "111122223333";

    private final LabClock clock;
    private final RegionCatalogue regions;
    private final Accounts accounts;
    private final Ec2World ec2;
    private final BucketDirectory buckets;
    private final PerPlace<StorageMetrics> storageMetrics =
            new PerPlace<>(place -> new StorageMetrics());
    private final CloudWatchService cloudWatch = new CloudWatchService();
    private final SsmService ssm = new SsmService();
    private final CloudTrailService cloudTrail = new CloudTrailService();
    private final SnsService sns = new SnsService();
    private final CallLog calls = new CallLog(CallJournal.named());
    private final FaultPlan faults = new FaultPlan();
    private final LabServer server;

    private Lab(Builder builder) {
        this.clock = new LabClock(builder.now);
        this.regions = new RegionCatalogue(builder.regions);
        this.accounts = new Accounts(builder.accounts, regions);
        this.ec2 = new Ec2World(builder.accounts, clock);
        this.buckets = new BucketDirectory(accounts, clock);
        Gate gate = new Gate(accounts, regions);
        List<AwsService> services =
                List.of(
                        new Ec2Service(ec2, accounts, regions),
                        new StsService(accounts),
                        cloudWatch,
                        ssm,
                        cloudTrail,
                        sns,
                        new S3Service(buckets, regions));
        List<ServiceDesk> desks =
                services.stream()
                        .map(service -> new ServiceDesk(service, gate, faults, calls, clock))
                        .toList();
        this.server =
                LabServer.start(
                        builder.port, new ControlPlane(clock, calls, faults, new FrontDoor(desks)));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A lab with every default, on a free port. */
    public static Lab start() {
        return builder().start();
    }

    public URI endpoint() {
        return server.endpoint();
    }

    public LabClock clock() {
        return clock;
    }

    public CallLog calls() {
        return calls;
    }

    public FaultPlan faults() {
        return faults;
    }

    /** One of the lab's accounts. */
    public LabAccount account(String id) {
        return new LabAccount(accounts.byId(id), region -> region(id, region));
    }

    private LabRegion region(String accountId, String name) {
        Place place = place(accountId, name);
        return new LabRegion(
                ec2.at(place),
                cloudWatch.metrics(place),
                ssm.sessions(place),
                ssm.nodes(place),
                cloudTrail.events(place),
                new S3Region(buckets, place),
                storageMetrics.at(place),
                sns.topics(place),
                clock);
    }

    private Place place(String accountId, String region) {
        if (!regions.exists(region)) {
            throw new IllegalArgumentException("no such Region in this lab: " + region);
        }
        return new Place(accounts.byId(accountId).id(), region);
    }

    /** The access key id with which a client acts as the account; any secret goes with it. */
    public String accessKey(String accountId) {
        return account(accountId).accessKey();
    }

    @Override
    public void close() {
        server.close();
    }

    /** What a lab is like before it starts. */
    public static final class Builder {
        private int port;
        private Instant now = Instant.parse("2026-11-20T10:00:00Z");
        private List<String> accounts = List.of(DEFAULT_ACCOUNT);
        private List<String> regions =
                List.of(
                        "us-east-1",
                        "us-east-2",
                        "us-west-2",
                        "eu-west-1",
                        "eu-central-1",
                        "af-south-1");

        private Builder() {}

        /** The port to listen on; 0, the default, takes any free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        public Builder now(Instant instant) {
            this.now = instant;
            return this;
        }

        /** Ids of the lab's accounts, twelve digits each. */
        public Builder accounts(String... ids) {
            this.accounts = List.of(ids);
            return this;
        }

        /**
         * The Regions that exist. As in AWS, those opened after March 2019, such as {@code
         * af-south-1}, are disabled until an account opts in.
         */
        public Builder regions(String... names) {
            this.regions = List.of(names);
            return this;
        }

        public Lab start() {
            return new Lab(this);
        }
    }
}
