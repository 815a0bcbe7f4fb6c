import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSOLE_SERVICES } from '../../../src/core/console/console-services.ts';
import { servicePage } from '../../../src/core/console/service-page.ts';

const HOST = 'https://us-east-1.console.aws.amazon.com';
const pageOf = (path: string) => servicePage(new URL(`${HOST}/${path}`)).href.slice(HOST.length + 1);

/** Addresses as the consoles write them (AWS's documentation, public links and tools), and what is left of each. */
const PAGES: readonly (readonly [string, string])[] = [
  // The console itself
  ['', 'console/home'],
  ['console/home?region=us-east-1#', 'console/home?region=us-east-1'],
  ['console/home?nc2=h_ct&src=header-signin', 'console/home'],
  ['console/unauthorized?hashArgs=%23', 'console/home'],
  // EC2
  ['ec2/home?region=us-east-1', 'ec2/home?region=us-east-1'],
  ['ec2/home?region=us-east-1#Home:', 'ec2/home?region=us-east-1'],
  ['ec2/home?region=us-east-1#Instances', 'ec2/home?region=us-east-1#Instances'],
  ['ec2/home?region=us-east-1#Instances:', 'ec2/home?region=us-east-1#Instances:'],
  ['ec2/v2/home?region=us-east-1#Instances:sort=instanceId', 'ec2/v2/home?region=us-east-1#Instances:'],
  ['ec2/home?region=us-east-1#Instances:instanceId=i-0123456789abcdef0', 'ec2/home?region=us-east-1#Instances:'],
  ['ec2/home?region=us-east-1#Instances:instanceState=running;v=3', 'ec2/home?region=us-east-1#Instances:'],
  ['ec2/home#Instances:search=payments;sort=tag:Name', 'ec2/home#Instances:'],
  ['ec2/home?region=us-east-1#InstanceDetails:instanceId=i-0123456789abcdef0', 'ec2/home?region=us-east-1'],
  ['ec2/home#ConnectToInstance:instanceId=i-0123456789abcdef0', 'ec2/home'],
  ['ec2/home#SecurityGroups:group-id=sg-0123456789abcdef0', 'ec2/home#SecurityGroups:'],
  ['ec2/home#SecurityGroup:groupId=sg-0123456789abcdef0', 'ec2/home'],
  ['ec2/home#ModifyInboundSecurityGroupRules:securityGroupId=sg-0123456789abcdef0', 'ec2/home'],
  ['ec2/home#LaunchTemplates:', 'ec2/home#LaunchTemplates:'],
  ['ec2/home#LaunchTemplateDetails:launchTemplateId=lt-0123456789abcdef0', 'ec2/home'],
  ['ec2/home#LoadBalancers:', 'ec2/home#LoadBalancers:'],
  [
    'ec2/home#LoadBalancer:loadBalancerArn=arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/1;tab=listeners',
    'ec2/home',
  ],
  ['ec2/home#TargetGroups:', 'ec2/home#TargetGroups:'],
  ['ec2/home#Volumes:volumeId=vol-0123456789abcdef0', 'ec2/home#Volumes:'],
  ['ec2/home#Images:visibility=owned-by-me', 'ec2/home#Images:'],
  ['ec2/home#AutoScalingGroupDetails:id=web;view=details', 'ec2/home'],
  [
    'ec2/autoscaling/home?region=us-east-1#AutoScalingGroups:id=web',
    'ec2/autoscaling/home?region=us-east-1#AutoScalingGroups:',
  ],
  // VPC
  ['vpcconsole/home?region=us-east-1#vpcs:search=vpc-0123456789abcdef0', 'vpcconsole/home?region=us-east-1#vpcs:'],
  ['vpcconsole/home#vpcs', 'vpcconsole/home#vpcs'],
  ['vpcconsole/home#VpcDetails:VpcId=vpc-0123456789abcdef0', 'vpcconsole/home'],
  ['vpc/home#RouteTables:', 'vpc/home#RouteTables:'],
  ['vpc/home#EgressOnlyInternetGateways:', 'vpc/home#EgressOnlyInternetGateways:'],
  ['vpc/home#CreateDefaultVpc:', 'vpc/home'],
  // S3
  ['s3/home?region=us-east-1', 's3/home?region=us-east-1'],
  ['s3/buckets?region=us-east-1&bucketType=general', 's3/buckets?region=us-east-1'],
  ['s3/buckets/my-bucket?region=us-east-1&bucketType=general&tab=objects', 's3/buckets?region=us-east-1'],
  ['s3/buckets/my-bucket?prefix=2026/&showversions=false', 's3/buckets'],
  ['s3/buckets/logs', 's3/buckets'],
  ['s3/buckets/home', 's3/buckets'],
  ['s3/object/my-bucket?region=us-east-1&prefix=a/b.txt', 's3/home?region=us-east-1'],
  ['s3/upload/my-bucket?region=us-east-1', 's3/home?region=us-east-1'],
  ['s3/bucket/create?region=us-east-1', 's3/home?region=us-east-1'],
  // Lambda
  ['lambda/home?region=us-east-1#/functions', 'lambda/home?region=us-east-1#/functions'],
  ['lambda/home?region=us-east-1#/functions/foo?tab=code', 'lambda/home?region=us-east-1#/functions'],
  [
    'lambda/home?region=us-east-1&fo=and&k0=functionName&n0=false#/functions',
    'lambda/home?region=us-east-1#/functions',
  ],
  ['lambda/home#/functions/services', 'lambda/home#/functions'],
  ['lambda/home#/functions/list', 'lambda/home#/functions'],
  ['lambda/home#/functions/foo/versions/3', 'lambda/home#/functions'],
  ['lambda/home#/layers/foo/versions/3', 'lambda/home#/layers'],
  ['lambda/home#/create/function', 'lambda/home'],
  ['lambda/home#/discover', 'lambda/home'],
  // CloudWatch
  ['cloudwatch/home?region=us-east-1#home:', 'cloudwatch/home?region=us-east-1'],
  ['cloudwatch/home#logsV2:log-groups', 'cloudwatch/home#logsV2:log-groups'],
  ['cloudwatch/home#logsV2:log-groups$3FlogGroupNameFilter$3Dpayments', 'cloudwatch/home#logsV2:log-groups'],
  ['cloudwatch/home#logsV2:log-groups/log-group/$252Faws$252Flambda$252Ffoo', 'cloudwatch/home#logsV2:log-groups'],
  [
    'cloudwatch/home#logsV2:log-groups/log-group/$252Faws$252Flambda$252Ffoo/log-events/2026$252F01$252F01$252F$255B$2524LATEST$255D0123',
    'cloudwatch/home#logsV2:log-groups',
  ],
  ["cloudwatch/home#logsV2:logs-insights$3FqueryDetail$3D~(source~(~'foo))", 'cloudwatch/home#logsV2:logs-insights'],
  ['cloudwatch/home#alarmsV2:', 'cloudwatch/home#alarmsV2:'],
  ['cloudwatch/home#alarmsV2:alarm/payments-5xx?', 'cloudwatch/home#alarmsV2:'],
  ['cloudwatch/home#dashboards:name=Payments', 'cloudwatch/home#dashboards:'],
  ['cloudwatch/home#dashboards:our-services', 'cloudwatch/home#dashboards:'],
  ['cloudwatch/home#logsV2:our-services', 'cloudwatch/home#logsV2:'],
  ['cloudwatch/home#dashboards/dashboard/Payments', 'cloudwatch/home#dashboards'],
  ["cloudwatch/home#metricsV2:graph=~(metrics~(~(~'AWS*2fEC2)))", 'cloudwatch/home#metricsV2:'],
  ['cloudwatch/home#metricsV2?graph=~()', 'cloudwatch/home#metricsV2'],
  ['cloudwatch/home#xray:traces/1-5759e988-bd862e3fe1be46a994272793', 'cloudwatch/home'],
  // IAM
  ['iam/home?region=us-east-1#/home', 'iam/home?region=us-east-1'],
  ['iam/home?region=global#/roles', 'iam/home?region=global#/roles'],
  ['iam/home#/roles/details/Admin?section=permissions', 'iam/home#/roles'],
  ['iam/home#/roles/Admin', 'iam/home#/roles'],
  ['iam/home#/users/details/jo?section=security_credentials', 'iam/home#/users'],
  ['iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3A111122223333%3Apolicy%2FPayments', 'iam/home#/policies'],
  ['iam/home#/identity_providers', 'iam/home#/identity_providers'],
  ['iamv2/home#/groups', 'iamv2/home#/groups'],
  // Containers
  ['ecs/v2/clusters?region=us-east-1', 'ecs/v2/clusters?region=us-east-1'],
  ['ecs/v2/clusters/foo/services?region=us-east-1', 'ecs/v2/clusters?region=us-east-1'],
  ['ecs/v2/clusters/clusters/services/services/health', 'ecs/v2/clusters'],
  ['ecs/v2/task-definitions/foo/3/containers', 'ecs/v2/task-definitions'],
  ['ecs/v2/getStarted', 'ecs/v2/clusters'],
  ['ecs/home#/clusters/foo/tasks', 'ecs/home#/clusters'],
  ['ecs/home#/taskDefinitions', 'ecs/home#/taskDefinitions'],
  ['eks/home?region=us-east-1#/clusters/foo', 'eks/home?region=us-east-1#/clusters'],
  ['eks/clusters/foo?region=us-east-1&selectedTab=cluster-compute-tab', 'eks/clusters?region=us-east-1'],
  ['ecr/repositories/private/111122223333/foo?region=us-east-1', 'ecr/repositories?region=us-east-1'],
  ['ecr/private-registry/repositories?region=us-east-1', 'ecr/private-registry/repositories?region=us-east-1'],
  // Databases
  ['rds/home?region=us-east-1#databases:', 'rds/home?region=us-east-1#databases:'],
  ['rds/home?region=us-east-1#database:id=foo;is-cluster=true', 'rds/home?region=us-east-1'],
  ['rds/home#snapshots-list:', 'rds/home#snapshots-list:'],
  ['rds/home#db-snapshot:engine=postgres;id=foo', 'rds/home'],
  ['rds/home#parameter-groups-details:parameter-group-name=foo', 'rds/home'],
  ['dynamodbv2/home?region=us-east-1#tables', 'dynamodbv2/home?region=us-east-1#tables'],
  ['dynamodbv2/home#tables:selected=payments', 'dynamodbv2/home#tables:'],
  ['dynamodbv2/home?region=us-east-1#table?name=payments&tab=overview', 'dynamodbv2/home?region=us-east-1'],
  ['dynamodbv2/home#item-explorer?table=payments', 'dynamodbv2/home'],
  ['redshiftv2/home#cluster-details?cluster=payments', 'redshiftv2/home'],
  ['elasticache/home#/redis/payments', 'elasticache/home#/redis'],
  ['docdb/home#clusters', 'docdb/home#clusters'],
  // Systems Manager and secrets
  ['systems-manager/parameters?region=us-east-1', 'systems-manager/parameters?region=us-east-1'],
  ['systems-manager/parameters/?region=us-east-1&tab=Table', 'systems-manager/parameters?region=us-east-1'],
  ['systems-manager/parameters/?tab=Table#list_parameter_filters=Name:Contains:db', 'systems-manager/parameters'],
  ['systems-manager/parameters/a/description?region=us-east-1', 'systems-manager/parameters?region=us-east-1'],
  ['systems-manager/parameters/%252Fprod%252Fdb/description', 'systems-manager/parameters'],
  ['systems-manager/parameters/aws/service/ecs/optimized-ami/description', 'systems-manager/parameters'],
  ['systems-manager/session-manager/i-0123456789abcdef0', 'systems-manager/session-manager'],
  ['systems-manager/run-command/0a1b2c3d-0000-4000-8000-000000000000', 'systems-manager/run-command'],
  ['systems-manager/appconfig/applications/abc1234/environments/x', 'systems-manager/appconfig/applications'],
  ['systems-manager/opscenter?region=us-east-1', 'systems-manager/home?region=us-east-1'],
  ['secretsmanager/listsecrets?region=us-east-1&search=all%3Ddb', 'secretsmanager/listsecrets?region=us-east-1'],
  ['secretsmanager/secret?name=prod%2Fdb&region=us-east-1', 'secretsmanager/listsecrets?region=us-east-1'],
  ['secretsmanager/home?region=us-east-1#!/secret?name=prod', 'secretsmanager/home?region=us-east-1'],
  ['kms/home?region=us-east-1#/kms/keys', 'kms/home?region=us-east-1#/kms/keys'],
  ['kms/home#/kms/keys/0a1b2c3d-0000-4000-8000-000000000000', 'kms/home#/kms/keys'],
  ['kms/home#/kms/defaultKeys', 'kms/home#/kms/defaultKeys'],
  ['acm/home?region=us-east-1#/certificates/list', 'acm/home?region=us-east-1#/certificates/list'],
  ['acm/home#/certificates/0a1b2c3d-0000-4000-8000-000000000000', 'acm/home#/certificates/list'],
  // Queues, topics, events, workflows
  ['sqs/v3/home?region=us-east-1#/queues', 'sqs/v3/home?region=us-east-1#/queues'],
  ['sqs/v3/home#/queues/https%3A%2F%2Fsqs.us-east-1.amazonaws.com%2F111122223333%2Ffoo', 'sqs/v3/home#/queues'],
  ['sns/v3/home#/topics', 'sns/v3/home#/topics'],
  ['sns/v3/home#/topic/arn:aws:sns:us-east-1:111122223333:foo', 'sns/v3/home'],
  ['events/home#/eventbus/default/rules/foo', 'events/home'],
  ['events/home#/rules', 'events/home#/rules'],
  ['states/home#/statemachines', 'states/home#/statemachines'],
  [
    'states/home#/statemachines/view/arn:aws:states:us-east-1:111122223333:stateMachine:foo',
    'states/home#/statemachines',
  ],
  ['states/home#/v2/executions/details/arn:aws:states:us-east-1:111122223333:execution:foo:bar', 'states/home'],
  ['kinesis/home#/streams/details/foo/monitoring', 'kinesis/home#/streams/list'],
  ['firehose/home#/details/foo/monitoring', 'firehose/home'],
  ['msk/home#/cluster/arn%3Aaws%3Akafka/view', 'msk/home'],
  // Infrastructure and code
  [
    'cloudformation/home?region=us-east-1#/stacks?filteringText=pay&filteringStatus=active',
    'cloudformation/home?region=us-east-1#/stacks',
  ],
  ['cloudformation/home#/stacks/stackinfo?stackId=arn%3Aaws%3Acloudformation', 'cloudformation/home#/stacks'],
  ['cloudformation/home#/stacksets/foo:0a1b2c3d-0000-4000-8000-000000000000/info', 'cloudformation/home#/stacksets'],
  ['codesuite/codebuild/projects?region=us-east-1', 'codesuite/codebuild/projects?region=us-east-1'],
  ['codesuite/codebuild/111122223333/projects/foo/history', 'codesuite/codebuild/projects'],
  ['codesuite/codepipeline/pipelines/foo/view?region=us-east-1', 'codesuite/codepipeline/pipelines?region=us-east-1'],
  ['codesuite/codecommit/repositories/foo/browse/refs/heads/main', 'codesuite/codecommit/repositories'],
  ['codesuite/codeartifact/d/111122223333/domain/r/repo', 'codesuite/codeartifact/repositories'],
  ['codesuite/settings/connections?region=us-east-1', 'codesuite/settings/connections?region=us-east-1'],
  ['apigateway/main/apis?api=unselected&region=us-east-1', 'apigateway/main/apis?region=us-east-1'],
  ['apigateway/main/apis/a1b2c3d4e5/resources?api=a1b2c3d4e5', 'apigateway/main/apis'],
  ['apigateway/main/develop/routes?api=a1b2c3d4e5', 'apigateway/main/apis'],
  ['apigateway/home#/apis/a1b2c3d4e5/stages/prod', 'apigateway/home#/apis'],
  ['appsync/home#/abcdefghijklmnopqrstuvwxys/v1/home', 'appsync/home'],
  ['amplify/home?region=us-east-1#/d33l77zi1h78ce', 'amplify/home?region=us-east-1'],
  ['amplify/apps/d33l77zi1h78ce/overview', 'amplify/apps'],
  ['elasticbeanstalk/home#/environment/dashboard?environmentId=e-abcdefghij', 'elasticbeanstalk/home'],
  // DNS and delivery
  ['route53/v2/home?region=us-east-1#Dashboard', 'route53/v2/home?region=us-east-1'],
  ['route53/v2/hostedzones?region=us-east-1#', 'route53/v2/hostedzones?region=us-east-1'],
  ['route53/v2/hostedzones#ListRecordSets/Z0123456789ABCDEFGHIJ', 'route53/v2/hostedzones'],
  ['cloudfront/v4/home?region=us-east-1#/distributions', 'cloudfront/v4/home?region=us-east-1#/distributions'],
  ['cloudfront/v4/home#/distributions/E1ABCDEFGHIJKL', 'cloudfront/v4/home#/distributions'],
  // Data and learning
  ['glue/home#/v2/data-catalog/databases/view/foo?catalogId=111122223333', 'glue/home#/v2/data-catalog/databases'],
  ['gluestudio/home#/editor/job/foo/script', 'gluestudio/home'],
  ['athena/home#/query-editor/history/0a1b2c3d-0000-4000-8000-000000000000', 'athena/home'],
  ['emr/home#/clusters/j-0ABCDEF/steps', 'emr/home#/clusters'],
  ['emr/home#/clusterDetails/j-0ABCDEF', 'emr/home'],
  ['aos/home?region=us-east-1#opensearch/domains/foo', 'aos/home?region=us-east-1#opensearch/domains'],
  ['batch/home#queues/detail/arn:aws:batch:us-east-1:111122223333:job-queue/foo', 'batch/home#queues'],
  ['batch/home#job-definition/detail/arn:aws:batch', 'batch/home'],
  ['sagemaker/home#/notebook-instances/foo', 'sagemaker/home#/notebook-instances'],
  ['bedrock/home#/agents/ABCDEFGHIJ', 'bedrock/home#/agents'],
  // Security and organisation
  [
    'cognito/v2/idp/user-pools/us-east-1_AbCdEf123/users?region=us-east-1',
    'cognito/v2/idp/user-pools?region=us-east-1',
  ],
  ['wafv2/homev2/web-acls?region=us-east-1', 'wafv2/homev2/web-acls?region=us-east-1'],
  ['wafv2/homev2/web-acl/foo/0a1b2c3d-0000-4000-8000-000000000000/overview', 'wafv2/homev2'],
  ['guardduty/home#/findings?macros=current&fId=0123456789abcdef0123456789abcdef', 'guardduty/home#/findings'],
  ['inspector/v2/home#/findings/details/arn%3Aaws%3Ainspector2', 'inspector/v2/home#/findings'],
  ['cloudtrailv2/home#/events/0a1b2c3d-0000-4000-8000-000000000000?EventId=x', 'cloudtrailv2/home#/events'],
  ['config/home#/resources/timeline?resourceId=foo', 'config/home#/resources'],
  ['organizations/v2/home/accounts/111122223333', 'organizations/v2/home/accounts'],
  ['organizations/v2/home/root', 'organizations/v2/home'],
  ['singlesignon/home#!/instances/ssoins-0123456789abcdef/users', 'singlesignon/home#!/instances'],
  ['singlesignon/identity/home?region=us-east-1', 'singlesignon/identity/home?region=us-east-1'],
  ['servicequotas/home/services/ec2/quotas/L-1216C47A', 'servicequotas/home/services'],
  // Costs
  ['billing/home#/bills?year=2026&month=3', 'billing/home#/bills'],
  ['costmanagement/home#/cost-explorer?reportId=0a1b2c3d-0000-4000-8000-000000000000', 'costmanagement/home'],
  ['costmanagement/home#/budgets', 'costmanagement/home#/budgets'],
  // What no console writes
  ['i-deadbeef/home', 'console/home'],
  ['111122223333/home', 'console/home'],
  ['%2e%2e/s3/buckets', 's3/buckets'],
  ['s3/home?region=arn:aws:s3:::x', 's3/home'],
  ['s3/home?region=US-EAST-1&region=eu-west-1', 's3/home'],
  ['S3/Buckets/x', 'console/home'],
];

describe('what is left of a page in another account', () => {
  it.each(PAGES)('%s → %s', (page, left) => {
    expect(pageOf(page)).toBe(left);
  });

  it.each(PAGES)('%s is nothing more to take from', (_page, left) => {
    expect(pageOf(left)).toBe(left);
  });

  it.each([
    ['https://s3.console.aws.amazon.com/s3/buckets/my-bucket', 'https://s3.console.aws.amazon.com/s3/buckets'],
    [
      'https://health.aws.amazon.com/health/home#/account/event-log?eventID=arn:aws:health',
      'https://health.aws.amazon.com/health/home',
    ],
    [
      'https://lightsail.aws.amazon.com/ls/webapp/home/instances',
      'https://lightsail.aws.amazon.com/ls/webapp/home/instances',
    ],
    [
      'https://lightsail.aws.amazon.com/ls/webapp/us-east-1/instances/blog/connect',
      'https://lightsail.aws.amazon.com/ls/webapp/home',
    ],
  ])('%s stays on its host', (page, left) => {
    expect(servicePage(new URL(page)).href).toBe(left);
  });

  it.each(CONSOLE_SERVICES.map(({ path }) => path.replace(/#.*/, '')))('%s begins a service and stays', (path) => {
    expect(pageOf(path)).toBe(path);
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const id = fc.oneof(
  digits(12),
  digits(9).map((nine) => `i-${nine}`),
  fc.constantFrom('i-deadbeef', 'sg-0abc12345', 'vpc-feedfacecafe', 'arn:aws:s3:::q', 'arn%3Aaws%3As3'),
  fc.uuid(),
);
/** Distinct from any word of a console, but often looking like one of its lists. */
const name = fc
  .tuple(
    fc.constantFrom('', 'Team-', 'team_', '%2F'),
    fc.stringMatching(/^zq[a-z]{1,6}$/),
    fc.constantFrom('', 's', '-services', '.txt'),
  )
  .map((parts) => parts.join(''));
const separator = fc.constantFrom('/', '/details/', ':id=', ':', '?name=', '?', '=', ';', '$3F', '//');
const step = fc.constantFrom('ec2', 's3', 'cloudwatch', 'codesuite', 'v2', 'home', 'homev2', 'main', 'codebuild');
const list = fc.constantFrom('buckets', 'clusters', 'functions', 'Instances', 'logsV2:log-groups', 'tables');

/** Words that lead to a list, the list, and behind it what belongs to the account. */
function address(lists: fc.Arbitrary<string>, things: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .record({
      steps: fc.array(step, { minLength: 1, maxLength: 4 }),
      one: lists,
      rest: fc.array(fc.tuple(separator, things), { minLength: 1, maxLength: 4 }),
      tail: fc.constantFrom('', '/services', '/home', '/edit', '?tab=code'),
    })
    .map(({ steps, one, rest, tail }) => [...steps, one].join('/') + rest.flat().join('') + tail);
}

function pages(lists: fc.Arbitrary<string>, things: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const hash = fc.tuple(fc.constantFrom('#', '#/', '#!/'), address(lists, things)).map((parts) => parts.join(''));
  const query = things.map((thing) => `?q=${thing}`);
  return fc
    .tuple(address(lists, things), fc.oneof(fc.constant(''), query), fc.oneof(fc.constant(''), hash))
    .map((parts) => parts.join(''));
}

describe('whatever the page is', () => {
  it('no name behind a list survives, whatever it looks like', () => {
    fc.assert(
      fc.property(pages(list, name), (page) => {
        expect(pageOf(page)).not.toContain('zq');
        expect(pageOf(pageOf(page))).toBe(pageOf(page));
      }),
      { numRuns: 2000 },
    );
  });

  it('no id of any form survives, wherever it stands', () => {
    fc.assert(
      fc.property(pages(fc.oneof(list, fc.constant(''), id), id), (page) => {
        expect(decodeURIComponent(pageOf(page))).not.toMatch(/\d{9}|arn:|\w-[0-9a-f]{8}/);
        expect(pageOf(pageOf(page))).toBe(pageOf(page));
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing throws, the host stays, and what is left is left again', () => {
    fc.assert(
      fc.property(fc.webPath({ size: 'large' }), fc.string({ unit: 'binary' }), fc.string(), (path, query, hash) => {
        const page = new URL(HOST);
        page.pathname = path;
        page.search = query;
        page.hash = hash;
        const left = servicePage(page);
        expect(left.origin).toBe(HOST);
        expect(servicePage(left).href).toBe(left.href);
      }),
    );
  });
});
