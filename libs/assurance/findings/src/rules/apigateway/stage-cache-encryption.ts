import { attribute, Missing } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const stageCacheEncryption: Rule = {
  id: 'stage-cache-encryption',
  severity: 'medium',
  title: 'cached responses are encrypted',
  rationale: 'The cache holds responses as they were sent, and is not encrypted unless asked for.',
  reference:
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-5',
  *check(graph): Iterable<Problem> {
    for (const resource of graph.resources('aws_api_gateway_method_settings')) {
      if (attribute(resource, 'settings[0].caching_enabled', false) !== true) continue;
      const path = 'settings[0].cache_data_encrypted';
      const encrypted = attribute(resource, path, false);
      if (encrypted === true) continue;
      yield {
        resource,
        path,
        message: 'caches responses without encryption',
        remedy: 'set cache_data_encrypted = true',
        missing: encrypted instanceof Missing ? encrypted.facts : [],
      };
    }
  },
};
