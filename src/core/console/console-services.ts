import type { ServiceId } from './service-id.ts';

/** A service of the console that a switch can land on. */
export interface ConsoleService {
  readonly id: ServiceId;
  /** As the console calls it; a proper name, the same in every language. */
  readonly name: string;
  /** Below any of the partition's console hosts, without a leading slash; `region=` is added to it. */
  readonly path: string;
}

/**
 * Name, path, and what people type for it; the first of those is its id.
 *
 * The paths are those by which AWS's documentation and public links open each console (looked up in 2026); most are the
 * service's own name and `home`. The words are the services' names, their prefixes in the AWS CLI and the short forms
 * that Granted and Raycast take. A service or a spelling that is not here is not offered: no path is ever made up.
 */
const TABLE: readonly (readonly [name: string, path: string, ...words: string[]])[] = [
  ['Console Home', 'console/home', 'home', 'console'],
  // Compute
  ['EC2', 'ec2/home', 'ec2'],
  ['EC2 Instances', 'ec2/home#Instances:', 'instances'],
  ['Auto Scaling groups', 'ec2/home#AutoScalingGroups:', 'asg', 'autoscaling', 'auto scaling'],
  ['Load balancers', 'ec2/home#LoadBalancers:', 'elb', 'alb', 'nlb', 'load balancers'],
  ['Security groups', 'ec2/home#SecurityGroups:', 'sg', 'security groups'],
  ['EC2 Image Builder', 'imagebuilder/home', 'imagebuilder', 'image builder'],
  ['Lambda', 'lambda/home', 'lambda'],
  ['ECS', 'ecs/v2/clusters', 'ecs', 'fargate'],
  ['EKS', 'eks/home', 'eks', 'kubernetes', 'k8s'],
  ['ECR', 'ecr/repositories', 'ecr'],
  ['App Runner', 'apprunner/home', 'apprunner', 'app runner'],
  ['Batch', 'batch/home', 'batch'],
  ['Elastic Beanstalk', 'elasticbeanstalk/home', 'beanstalk', 'eb', 'elasticbeanstalk', 'elastic beanstalk'],
  ['CloudShell', 'cloudshell/home', 'cloudshell'],
  ['Amplify', 'amplify/home', 'amplify'],
  // Storage
  ['S3', 's3/home', 's3'],
  ['EFS', 'efs/home', 'efs'],
  ['FSx', 'fsx/home', 'fsx'],
  ['S3 Glacier', 'glacier/home', 'glacier'],
  ['Backup', 'backup/home', 'backup'],
  ['DataSync', 'datasync/home', 'datasync'],
  ['Storage Gateway', 'storagegateway/home', 'storagegateway', 'storage gateway'],
  ['Transfer Family', 'transfer/home', 'transfer', 'sftp'],
  // Databases
  ['RDS', 'rds/home', 'rds', 'aurora'],
  ['DynamoDB', 'dynamodbv2/home', 'dynamodb', 'ddb', 'dynamo'],
  ['ElastiCache', 'elasticache/home', 'elasticache', 'redis'],
  ['DocumentDB', 'docdb/home', 'docdb', 'documentdb'],
  ['Neptune', 'neptune/home', 'neptune'],
  ['Keyspaces', 'keyspaces/home', 'keyspaces', 'cassandra'],
  ['Timestream', 'timestream/home', 'timestream'],
  ['Database Migration Service', 'dms/v2/home', 'dms'],
  // Networking
  ['VPC', 'vpcconsole/home', 'vpc'],
  ['CloudFront', 'cloudfront/v4/home', 'cloudfront', 'cf'],
  ['Route 53', 'route53/v2/home', 'route53', 'r53', 'route 53', 'dns'],
  ['Route 53 hosted zones', 'route53/v2/hostedzones', 'hostedzones', 'hosted zones'],
  ['API Gateway', 'apigateway/main/apis', 'apigateway', 'apigw', 'api gateway'],
  ['Direct Connect', 'directconnect/v2/home', 'directconnect', 'dx', 'direct connect'],
  ['Cloud Map', 'cloudmap/home', 'cloudmap', 'cloud map'],
  // Analytics
  ['Athena', 'athena/home', 'athena'],
  ['Glue', 'glue/home', 'glue'],
  ['EMR', 'emr/home', 'emr'],
  ['Redshift', 'redshiftv2/home', 'redshift'],
  ['Kinesis', 'kinesis/home', 'kinesis'],
  ['Data Firehose', 'firehose/home', 'firehose'],
  ['MSK', 'msk/home', 'msk', 'kafka'],
  ['OpenSearch Service', 'aos/home', 'opensearch', 'aos', 'elasticsearch'],
  ['Lake Formation', 'lakeformation/home', 'lakeformation', 'lake formation'],
  ['Managed Airflow', 'mwaa/home', 'mwaa', 'airflow'],
  ['Managed Grafana', 'grafana/home', 'grafana'],
  ['Managed Prometheus', 'prometheus/home', 'prometheus'],
  // Machine learning
  ['Bedrock', 'bedrock/home', 'bedrock'],
  ['SageMaker', 'sagemaker/home', 'sagemaker'],
  // Application integration
  ['SQS', 'sqs/v3/home', 'sqs'],
  ['SNS', 'sns/v3/home', 'sns'],
  ['SES', 'ses/home', 'ses'],
  ['Step Functions', 'states/home', 'sfn', 'states', 'stepfunctions', 'step functions'],
  ['EventBridge', 'events/home', 'eventbridge', 'events'],
  ['AppSync', 'appsync/home', 'appsync'],
  ['Amazon MQ', 'amazon-mq/home', 'mq', 'amazonmq'],
  // Developer tools
  ['CodeBuild', 'codesuite/codebuild/projects', 'codebuild'],
  ['CodePipeline', 'codesuite/codepipeline/pipelines', 'codepipeline'],
  ['CodeCommit', 'codesuite/codecommit/repositories', 'codecommit'],
  ['CodeDeploy', 'codesuite/codedeploy/applications', 'codedeploy'],
  ['CodeArtifact', 'codesuite/codeartifact/repositories', 'codeartifact'],
  ['Cloud9', 'cloud9/home', 'cloud9', 'c9'],
  ['X-Ray', 'xray/home', 'xray', 'x-ray'],
  // Management
  ['CloudWatch', 'cloudwatch/home', 'cloudwatch', 'cw'],
  ['CloudWatch Logs', 'cloudwatch/home#logsV2:log-groups', 'logs', 'log groups'],
  ['CloudWatch Alarms', 'cloudwatch/home#alarmsV2:', 'alarms'],
  ['CloudFormation', 'cloudformation/home', 'cloudformation', 'cfn'],
  ['CloudTrail', 'cloudtrailv2/home', 'cloudtrail', 'ct'],
  ['Config', 'config/home', 'config'],
  ['Systems Manager', 'systems-manager/home', 'ssm', 'systems manager'],
  ['Parameter Store', 'systems-manager/parameters', 'parameters', 'param', 'parameter store'],
  ['Session Manager', 'systems-manager/session-manager', 'session manager'],
  ['Organizations', 'organizations/v2/home', 'organizations', 'orgs'],
  ['Control Tower', 'controltower/home', 'controltower', 'control tower'],
  ['Service Catalog', 'servicecatalog/home', 'servicecatalog', 'service catalog'],
  ['Service Quotas', 'servicequotas/home', 'servicequotas', 'quotas', 'service quotas'],
  ['Resource Explorer', 'resource-explorer/home', 'resource explorer'],
  ['Trusted Advisor', 'trustedadvisor/home', 'trustedadvisor', 'trusted advisor'],
  ['Compute Optimizer', 'compute-optimizer/home', 'compute optimizer'],
  ['Well-Architected Tool', 'wellarchitected/home', 'wellarchitected', 'well-architected'],
  ['Support', 'support/home', 'support'],
  // Security and identity
  ['IAM', 'iam/home', 'iam'],
  ['IAM Identity Center', 'singlesignon/home', 'sso', 'identity center', 'singlesignon'],
  ['Access Analyzer', 'access-analyzer/home', 'access analyzer'],
  ['Cognito', 'cognito/v2/idp/user-pools', 'cognito'],
  ['KMS', 'kms/home', 'kms'],
  ['Secrets Manager', 'secretsmanager/listsecrets', 'secrets', 'secretsmanager', 'secrets manager'],
  ['Certificate Manager', 'acm/home', 'acm', 'certificates', 'certificate manager'],
  ['WAF & Shield', 'wafv2/homev2', 'waf', 'wafv2', 'shield'],
  ['Firewall Manager', 'wafv2/fmsv2/home', 'fms', 'firewall manager'],
  ['GuardDuty', 'guardduty/home', 'guardduty', 'gd'],
  ['Security Hub', 'securityhub/home', 'securityhub', 'security hub'],
  ['Inspector', 'inspector/v2/home', 'inspector'],
  ['Macie', 'macie/home', 'macie'],
  ['Detective', 'detective/home', 'detective'],
  ['Resource Access Manager', 'ram/home', 'ram'],
  // Costs
  ['Billing', 'billing/home', 'billing'],
  ['Cost Management', 'costmanagement/home', 'cost', 'costs', 'cost management'],
  ['Cost Explorer', 'costmanagement/home#/cost-explorer', 'ce', 'cost explorer'],
  ['Budgets', 'costmanagement/home#/budgets', 'budgets'],
];

export const CONSOLE_SERVICES: readonly ConsoleService[] = TABLE.map(([name, path, id = name]) => ({
  id: id as ServiceId,
  name,
  path,
}));

const BY_ID: ReadonlyMap<unknown, ConsoleService> = new Map(CONSOLE_SERVICES.map((service) => [service.id, service]));
const BY_WORDS: ReadonlyMap<string, ConsoleService> = new Map(
  TABLE.flatMap(([, , ...words], index) => {
    const service = CONSOLE_SERVICES[index];
    return service ? words.map((word) => [word, service] as const) : [];
  }),
);

/** The most words that a service's name has. */
export const MOST_SERVICE_WORDS = Math.max(...[...BY_WORDS.keys()].map((words) => words.split(' ').length));

/** The service that people call so: one word or several with single blanks between them, in lower case. */
export function serviceNamed(words: string): ConsoleService | undefined {
  return BY_WORDS.get(words);
}

/** The service that a message names; undefined for anything that is not in the table. */
export function parseService(input: unknown): ConsoleService | undefined {
  return BY_ID.get(input);
}
