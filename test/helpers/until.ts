/**
 * Waits for a condition with a deadline; gives what the condition gave.
 * @param what said in the failure, since a line number says little
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what = "the condition",
  deadlineMs = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== null && value !== false) return value;
    if (Date.now() > end) throw new Error(`${what} did not come true within ${deadlineMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
