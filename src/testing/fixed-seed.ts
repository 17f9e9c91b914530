/** `npm test` tries the same generated cases every time, so that a red run can be repeated; `npm run fuzz` looks further. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20261125 });
