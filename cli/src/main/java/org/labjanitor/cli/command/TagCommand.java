package org.labjanitor.cli.command;

import org.labjanitor.runtime.result.Resource;

/** The AWS CLI's command with which a person keeps an instance. */
final class TagCommand {
    private final WhereOptions where;
    private final String labTag;

    TagCommand(WhereOptions where, String labTag) {
        this.where = where;
        this.labTag = labTag;
    }

    String keep(Resource resource) {
        CommandText command =
                CommandText.of("aws", "ec2", "create-tags", "--region", resource.region());
        if (where.profile != null) {
            command = command.and("--profile", where.profile);
        }
        if (where.endpointUrl != null) {
            command = command.and("--endpoint-url", where.endpointUrl);
        }
        return command.and(
                        "--resources",
                        resource.id(),
                        "--tags",
                        "Key=" + labTag + ":keep,Value=true")
                .toString();
    }
}
