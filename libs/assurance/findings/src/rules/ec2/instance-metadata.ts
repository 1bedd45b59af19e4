import { attribute, Missing } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const instanceMetadata: Rule = {
  id: 'instance-metadata',
  severity: 'medium',
  title: 'an instance asks for tokens where it gives its credentials',
  rationale:
    'The first version of the metadata service gives them to whoever can make the instance fetch a URL.',
  reference:
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
  *check(graph): Iterable<Problem> {
    for (const resource of TYPES.flatMap((type) => graph.resources(type))) {
      const path = 'metadata_options[0].http_tokens';
      const tokens = attribute(resource, path, 'optional');
      if (tokens === 'required') continue;
      if (attribute(resource, 'metadata_options[0].http_endpoint') === 'disabled') continue;
      yield {
        resource,
        path,
        message: 'gives its credentials without a token',
        remedy: 'set http_tokens = "required" in metadata_options',
        missing: tokens instanceof Missing ? tokens.facts : [],
      };
    }
  },
};

const TYPES = ['aws_instance', 'aws_launch_template'];
