export { createHearing, type Hearing } from "./hearing.ts";
export { createEmbeddings, type EmbeddingsConfig } from "./embeddings.ts";
