import fc from 'fast-check';
import { fuzzing } from '../../testing/fuzzing.ts';

// The laws of reading with more and other generated texts than in `npm test`: about four minutes.
fc.configureGlobal(fuzzing(5000));
await import('./quick-read.laws.test.ts');
await import('./read-source.laws.test.ts');
await import('./brackets.laws.test.ts');
