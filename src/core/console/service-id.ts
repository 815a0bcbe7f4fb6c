/** Names one service of `CONSOLE_SERVICES`; what a message calls a service is looked up there, and never used itself. */
export type ServiceId = string & { readonly __brand: 'ServiceId' };

/** Takes an id out of a message. Whether it names a service is seen only by looking for it. */
export function parseServiceId(input: unknown): ServiceId | undefined {
  return typeof input === 'string' ? (input as ServiceId) : undefined;
}
