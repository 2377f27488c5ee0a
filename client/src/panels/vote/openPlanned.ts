import type { BoardId, Phase } from "@palabre/shared/terms";
import { ballotsApi } from "../../api/index.ts";
import { settingsAtFirst } from "./settingsAtFirst.ts";

/** Opens the ballot that was planned for a step, with what its method begins with. @throws AppError as the server says */
export async function openPlanned(board: BoardId, { method, on }: NonNullable<Phase["ballot"]>): Promise<void> {
  // links are weighed by their own method, and nothing else is
  const scope = method === "links" || on === "links" ? { links: "all" as const } : { kind: on };
  await ballotsApi.open(board, { method, scope, settings: settingsAtFirst(method) });
}
