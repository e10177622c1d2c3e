import { runCommand } from './run-command.ts';

// Entry of the command line. A closed pipe (`tribuna ... | head`) ends the program quietly.
process.stdout.on('error', () => process.exit(0));
process.stdin.setEncoding('utf8');
process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY,
  input: process.stdin,
  onInterrupt(listener) {
    process.on('SIGINT', listener);
    return () => void process.off('SIGINT', listener);
  },
});
