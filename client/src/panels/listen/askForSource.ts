import { addSourceSchema, type AddSource } from "@palabre/shared/protocol";
import type { FormField, SourceForm } from "./sourceForms.ts";

/** What stands in a form. */
export interface Filled {
  readonly place: string | undefined;
  readonly values: Readonly<Partial<Record<FormField["name"], string>>>;
  readonly isLive: boolean;
  readonly minutes: number;
}
export type Asked =
  | { readonly type: "request"; readonly request: AddSource }
  /** the fields that lack something, or hold what can't be sent */
  | { readonly type: "wanting"; readonly fields: readonly string[] };

/** The request that a filled form makes; what it doesn't ask for now is left out, whatever was written there before. */
export function askForSource(form: SourceForm, filled: Filled): Asked {
  const { place, values, isLive, minutes } = filled;
  const canBeLive = form.live?.(place) !== undefined;
  const fields = [...form.fields(place, canBeLive && isLive), ...(form.elsewhere ?? [])];
  const written = fields.map(({ name, isOptional }) => ({
    name,
    isOptional: isOptional === true,
    value: values[name]?.trim() ?? "",
  }));
  const missing = written.filter(({ isOptional, value }) => !isOptional && value === "");
  if (missing.length > 0) return { type: "wanting", fields: missing.map(({ name }) => name) };
  const parsed = addSourceSchema.safeParse({
    kind: form.kind,
    ...(place === undefined ? {} : { place }),
    ...Object.fromEntries(written.filter(({ value }) => value !== "").map(({ name, value }) => [name, value])),
    ...(form.kind === "webhook" ? { secret: values.secret } : { intervalMinutes: minutes }),
    ...(canBeLive && isLive ? { isLive } : {}),
  });
  if (parsed.success) return { type: "request", request: parsed.data };
  return { type: "wanting", fields: parsed.error.issues.map(({ path }) => String(path[0] ?? "")) };
}
