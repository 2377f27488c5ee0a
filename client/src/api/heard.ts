import { postLabelledSchema, type LabelPost, type PostLabelled } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { request } from "./request.ts";

/** What facilitators say of what was heard. Throws AppError: see `request`. */
export const heardApi = {
  labelPost: (board: BoardId, json: LabelPost): Promise<PostLabelled> =>
    request(new URL(`api/boards/${board}/labels`, document.baseURI), postLabelledSchema, { method: "POST", json }),
};
