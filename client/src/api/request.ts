import { AppError, ERROR_CODES, type ErrorCode } from "@palabre/shared/errors";
import { problemSchema } from "@palabre/shared/protocol";

/** What turns a reply into a value, or throws: a zod schema. */
export interface Reader<Value> {
  readonly parse: (reply: unknown) => Value;
}
/** For replies without a body. */
export const NOTHING: Reader<void> = { parse: () => {} };

export interface RequestOptions {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly json?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** goes on although the page is being left */
  readonly keepalive?: boolean;
}

/**
 * Asks the server and reads its reply.
 *
 * @throws AppError with the code of the problem that the server names; `unreachable` when there is no answer; `internal` when the
 *   answer is not what was promised (a proxy's page, another version)
 */
export const request = async <Value>(
  address: URL,
  reader: Reader<Value>,
  options: RequestOptions = {},
): Promise<Value> => {
  const { method = "GET", json, signal, keepalive = false } = options;
  const response = await fetch(address, {
    method,
    keepalive,
    ...(signal === undefined ? {} : { signal }),
    headers: { accept: "application/json", ...(json === undefined ? {} : { "content-type": "application/json" }) },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  }).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  const text = await response.text().catch((cause: unknown) => {
    throw unreachable(cause);
  });
  return readReply({ status: response.status, text }, reader);
};

/** A reply that is no JSON. @throws AppError as `request` does */
export const requestBytes = async (address: URL, signal?: AbortSignal): Promise<Uint8Array> => {
  const fail = (cause: unknown) => {
    throw unreachable(cause);
  };
  const response = await fetch(address, signal === undefined ? {} : { signal }).catch(fail);
  if (response.ok) return new Uint8Array(await response.arrayBuffer().catch(fail));
  throw problemOf(response.status, parseJson(await response.text().catch(fail)));
};

/** @throws AppError as `request` does */
export const readReply = <Value>(
  { status, text }: { readonly status: number; readonly text: string },
  reader: Reader<Value>,
): Value => {
  const body = parseJson(text);
  if (status >= 400) throw problemOf(status, body);
  try {
    return reader.parse(body);
  } catch (cause) {
    throw new AppError("internal", "the reply is not what this page expects: reload it", { cause });
  }
};

export const unreachable = (cause: unknown): AppError =>
  new AppError("unreachable", "the server did not answer: check the connection", { cause });

const problemOf = (status: number, body: unknown): AppError => {
  const problem = problemSchema.safeParse(body);
  const code = problem.success ? ERROR_CODES.find((known) => known === problem.data.code) : undefined;
  return new AppError(code ?? codeOf(status), `the server refused with status ${status}`, {
    // what the server says of the fault outranks how it was sent: `status` may be that of a site out there
    details: { status, ...(problem.success ? problem.data.details : {}) },
  });
};

/** What a status means when nothing names the fault: a proxy between us and the server, or a code of a newer version. */
const codeOf = (status: number): ErrorCode => {
  if (status === 502 || status === 503 || status === 504) return "unreachable";
  if (status === 413) return "body-too-large";
  if (status === 429) return "too-many";
  return status >= 500 ? "internal" : "bad-request";
};

const parseJson = (text: string): unknown => {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    // not JSON: the reader, or the status, says what to make of it
    return undefined;
  }
};
