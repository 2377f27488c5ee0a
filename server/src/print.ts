/** What a command tells whoever typed it; the server itself logs. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`);
