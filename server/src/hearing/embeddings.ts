import { AppError } from "@palabre/shared/errors";
import { z } from "zod";
import type { GuardedFetch } from "../listening/index.ts";

/** A service of the operator's that says of texts where they lie among all meanings: two that mean the same lie near, whatever their language. */
export interface Embeddings {
  readonly model: string;
  /** One vector a text, in their order. @throws AppError `source-answer`, or what the fetch throws */
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>;
}
/** Where it is, as the operator says. */
export interface EmbeddingsConfig {
  /** of an OpenAI-compatible service `…/v1/embeddings`, of Ollama `…/api/embed` */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
}

const TEXTS_A_CALL = 32;
/** a vector has a few thousand numbers */
const vector = z.array(z.number()).min(1).max(16_384);
const openAiReply = z.object({ data: z.array(z.object({ index: z.int().nonnegative(), embedding: vector })) });
const ollamaReply = z.object({ embeddings: z.array(vector) });

export function createEmbeddings({ url, model, key }: EmbeddingsConfig, fetch: GuardedFetch): Embeddings {
  const ask = async (input: readonly string[]): Promise<readonly (readonly number[])[]> => {
    const { body } = await fetch(url, {
      accept: "application/json",
      json: { model, input },
      ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
    });
    const vectors = read(body);
    const [first] = vectors;
    if (vectors.length !== input.length || vectors.some(({ length }) => length !== first?.length)) throw wrong();
    return vectors;
  };
  return {
    model,
    embed: async (texts) => {
      const vectors: (readonly number[])[] = [];
      for (let at = 0; at < texts.length; at += TEXTS_A_CALL)
        vectors.push(...(await ask(texts.slice(at, at + TEXTS_A_CALL))));
      return vectors;
    },
  };
}

function read(body: Uint8Array): readonly (readonly number[])[] {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw wrong(cause);
  }
  const ollama = ollamaReply.safeParse(json);
  if (ollama.success) return ollama.data.embeddings;
  const openAi = openAiReply.safeParse(json);
  if (!openAi.success) throw wrong();
  return openAi.data.data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding);
}

const wrong = (cause?: unknown): AppError =>
  new AppError("source-answer", "The service of EMBEDDINGS_URL did not answer with one vector a text", { cause });
