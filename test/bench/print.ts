/** A benchmark's figures are its output: the one place of the tests that prints. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
