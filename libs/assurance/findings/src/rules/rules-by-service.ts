import type { Rule } from '../rule';
import * as privateCa from './acm-pca';
import * as apiGateway from './apigateway';
import * as ec2 from './ec2';
import * as ecs from './ecs';
import * as loadBalancing from './elb';
import * as iam from './iam';
import * as kms from './kms';
import * as lambda from './lambda';
import * as logs from './logs';
import * as privateLink from './privatelink';
import * as rds from './rds';
import * as s3 from './s3';
import * as secrets from './secrets';
import * as secretsManager from './secretsmanager';
import * as stepFunctions from './states';

/** The rules, by what they are about. */
export const RULES_BY_SERVICE: Readonly<Record<string, readonly Rule[]>> = {
  'API Gateway': Object.values(apiGateway),
  'CloudWatch Logs': Object.values(logs),
  EC2: Object.values(ec2),
  ECS: Object.values(ecs),
  'Elastic Load Balancing': Object.values(loadBalancing),
  IAM: Object.values(iam),
  KMS: Object.values(kms),
  Lambda: Object.values(lambda),
  PrivateLink: Object.values(privateLink),
  'Private CA': Object.values(privateCa),
  RDS: Object.values(rds),
  S3: Object.values(s3),
  Secrets: Object.values(secrets),
  'Secrets Manager': Object.values(secretsManager),
  'Step Functions': Object.values(stepFunctions),
};

export const RULES: readonly Rule[] = Object.values(RULES_BY_SERVICE).flat();
