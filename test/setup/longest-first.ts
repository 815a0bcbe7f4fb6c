import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files whose few lines make hundreds of tests. Of the others, a long one is one with much in it. */
const LONG = /\/session-matrix-[^/]*$/;

/** Starts what takes longest first, so that no worker is left alone with it at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return [...bySize.filter(isLong), ...bySize.filter((file) => !isLong(file))];
  }
}

function isLong({ moduleId }: TestSpecification): boolean {
  return LONG.test(moduleId);
}
