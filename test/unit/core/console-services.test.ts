import { describe, expect, it } from 'vitest';
import { CONSOLE_SERVICES, parseService, serviceNamed } from '../../../src/core/console/console-services.ts';

describe('the console’s services', () => {
  it.each([
    ['s3', 'S3'],
    ['ec2', 'EC2'],
    ['cw', 'CloudWatch'],
    ['cloudwatch', 'CloudWatch'],
    ['cfn', 'CloudFormation'],
    ['cf', 'CloudFront'],
    ['ddb', 'DynamoDB'],
    ['r53', 'Route 53'],
    ['route53', 'Route 53'],
    ['sfn', 'Step Functions'],
    ['step functions', 'Step Functions'],
    ['ssm', 'Systems Manager'],
    ['secrets', 'Secrets Manager'],
    ['sso', 'IAM Identity Center'],
    ['cost', 'Cost Management'],
  ])('“%s” is %s', (words, name) => {
    expect(serviceNamed(words)?.name).toBe(name);
  });

  it.each(['', 's', 's3x', 'step', 'step  functions', 'constructor', '__proto__'])('“%s” is none', (words) => {
    expect(serviceNamed(words)).toBeUndefined();
    expect(parseService(words)).toBeUndefined();
  });

  it.each([undefined, null, 1, {}, ['s3'], 'S3', 's3/home', 'https://console.aws.amazon.com/s3/home'])(
    'a message can’t name one as %j',
    (input) => {
      expect(parseService(input)).toBeUndefined();
    },
  );

  it('have ids of their own, and paths that lead nowhere else', () => {
    expect(new Set(CONSOLE_SERVICES.map(({ id }) => id)).size).toBe(CONSOLE_SERVICES.length);
    expect(new Set(CONSOLE_SERVICES.map(({ path }) => path)).size).toBe(CONSOLE_SERVICES.length);
    for (const service of CONSOLE_SERVICES) {
      expect(parseService(service.id)).toBe(service);
      expect(serviceNamed(service.id)).toBe(service);
      expect(new URL(service.path, 'https://console.aws.amazon.com/').href).toBe(
        `https://console.aws.amazon.com/${service.path}`,
      );
      expect(service.path).toMatch(/^[a-z]/);
    }
  });
});
