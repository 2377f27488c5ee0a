import { readReply, unreachable, type Reader } from "./request.ts";

export interface UploadOptions {
  /** the share that has been sent, 0 to 1 */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a form by POST and tells how far it is: `fetch` has no progress of what it sends, XMLHttpRequest does.
 *
 * @throws AppError as `request` does; `unreachable` too when `signal` ends it
 */
export const upload = <Value>(
  address: URL,
  form: FormData,
  reader: Reader<Value>,
  { onProgress, signal }: UploadOptions = {},
): Promise<Value> =>
  new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", address);
    sending.setRequestHeader("accept", "application/json");
    sending.upload.addEventListener("progress", ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total));
    sending.addEventListener("load", () => {
      try {
        resolve(readReply({ status: sending.status, text: sending.responseText }, reader));
      } catch (fault) {
        reject(fault instanceof Error ? fault : unreachable(fault));
      }
    });
    for (const end of ["error", "abort", "timeout"])
      sending.addEventListener(end, (cause) => reject(unreachable(cause)));
    signal?.addEventListener("abort", () => sending.abort(), { once: true });
    sending.send(form);
  });
