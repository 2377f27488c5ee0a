import { nameSchema } from "@palabre/shared/terms";

const STORED = "palabre.name";

/** The name that this device's person chose on some board, so that the next board knows them by it. */
export function rememberedName(): string | undefined {
  try {
    const name = nameSchema.safeParse(localStorage.getItem(STORED));
    return name.success ? name.data : undefined;
  } catch {
    // storage is forbidden here: the server proposes a name each time
    return undefined;
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(STORED, name);
  } catch {
    // storage is forbidden or full: the board still knows the name
  }
}
