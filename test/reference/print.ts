/** What came of each case is this command's output. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
