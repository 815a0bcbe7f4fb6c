/**
 * Which texts are made, the same ones in every run. `FUZZ_SEED=7 FUZZ_RUNS=100000 npx vitest run --project unit fuzz
 * differential` looks at others.
 */
export const FUZZ = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_122),
  numRuns: Number(process.env.FUZZ_RUNS ?? 10_000),
};

/** For a runner to give up at, however many texts are asked for. */
export const FUZZ_TIMEOUT = 600_000;
