/**
 * How far `npm run fuzz` looks. FUZZ_RUNS is the number of cases for each law, FUZZ_SEED where they begin: without it
 * they are others every time, and a law that fails says from which seed it did.
 */
const seed = process.env['FUZZ_SEED'];

export const fuzzing = (usual: number): { readonly numRuns: number; readonly seed?: number } => ({
  numRuns: Number(process.env['FUZZ_RUNS'] ?? usual),
  ...(seed !== undefined && { seed: Number(seed) }),
});
