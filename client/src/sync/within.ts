/**
 * The promise, or a rejection when it takes longer.
 * @param onLate  called with what came too late
 */
export function within<T>(timeoutMs: number, promise: Promise<T>, onLate: (value: T) => void = () => {}): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error(`no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    promise.then(
      (value) => {
        clearTimeout(timer);
        if (isLate) onLate(value);
        else resolve(value);
      },
      (cause: unknown) => {
        clearTimeout(timer);
        reject(cause instanceof Error ? cause : new Error("it failed", { cause }));
      },
    );
  });
}
