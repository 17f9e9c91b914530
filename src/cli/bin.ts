import { main } from './main.ts';
import { messages } from './messages.ts';
import { createNodeIo } from './node-io.ts';

// `fdl run | head` closes the pipe early: that is no failure, and nobody is left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`fdl: ${messages.files.notWritten('stdout', error.message)}\n`);
  process.exit(1);
});

try {
  process.exitCode = await main(process.argv.slice(2), createNodeIo());
} catch (error) {
  process.stderr.write(`${messages.fault(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  process.exitCode = 1;
}
