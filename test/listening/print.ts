/** The figures are this command's output. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
