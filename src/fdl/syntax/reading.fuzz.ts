import fc from 'fast-check';

// The laws of reading with far more generated texts than fit into `npm test`.
fc.configureGlobal({ numRuns: 50_000 });
await import('./quick-read.laws.test.ts');
await import('./read-source.laws.test.ts');
await import('./brackets.laws.test.ts');
