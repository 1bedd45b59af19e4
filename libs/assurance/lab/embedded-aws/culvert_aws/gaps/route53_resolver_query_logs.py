"""Query logging of Route 53 Resolver."""

import json
from typing import Any

from moto.route53resolver.exceptions import ResourceNotFoundException
from moto.route53resolver.models import Route53ResolverBackend
from moto.route53resolver.responses import Route53ResolverResponse

from .gap import Gap


class QueryLogConfigTags(Gap, extends=Route53ResolverBackend):
    """A query log configuration has tags.

    moto fails to list them.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ListTagsForResource.html
    """

    def _matched_arn(self: Route53ResolverBackend, resource_arn: str) -> None:
        if resource_arn not in [c.arn for c in self.resolver_query_log_configs.values()]:
            QueryLogConfigTags.moto._matched_arn(self, resource_arn)


class QueryLogConfigDeletion(Gap, extends=Route53ResolverResponse):
    """A configuration is disassociated from a VPC, and deleted.

    moto knows neither action.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_DisassociateResolverQueryLogConfig.html
    https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_DeleteResolverQueryLogConfig.html
    """

    def disassociate_resolver_query_log_config(self: Route53ResolverResponse) -> str:
        config = named_config(self)
        associations = self.route53resolver_backend.resolver_query_log_config_associations
        for association in list(associations.values()):
            if (association.resolver_query_log_config_id, association.resource_id) == (
                config.id,
                self._get_param("ResourceId"),
            ):
                del associations[association.id]
                config.association_count -= 1
                description = {**association.description(), "Status": "DELETING"}
                return json.dumps({"ResolverQueryLogConfigAssociation": description})
        raise ResourceNotFoundException(f"{config.id} is not associated with the resource.")

    def delete_resolver_query_log_config(self: Route53ResolverResponse) -> str:
        config = named_config(self)
        del self.route53resolver_backend.resolver_query_log_configs[config.id]
        description = {**config.description(), "Status": "DELETING"}
        return json.dumps({"ResolverQueryLogConfig": description})


def named_config(request: Route53ResolverResponse) -> Any:
    config_id = request._get_param("ResolverQueryLogConfigId")
    return request.route53resolver_backend.get_resolver_query_log_config(config_id)
