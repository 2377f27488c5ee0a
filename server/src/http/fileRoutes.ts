import { fileKeptSchema } from "@palabre/shared/protocol";
import { z } from "zod";
import type { RouteDescription } from "./routeDescription.ts";

/** Images that cards hold. */
export const FILE_ROUTES = {
  keepFile: {
    method: "POST",
    path: "/api/boards/:id/files",
    summary: "Keep an image (PNG, JPEG, GIF or WebP, told by its bytes) for a card to hold; the same one is kept once",
    access: "person",
    form: z.object({ file: z.string().meta({ format: "binary" }) }),
    status: 201,
    reply: fileKeptSchema,
    problems: ["bad-request", "body-too-large", "not-an-image", "files-full", "forbidden", "too-many"],
  },
  file: {
    method: "GET",
    path: "/api/boards/:id/files/:file",
    summary: "An image of this board, as it was kept",
    access: "person",
    status: 200,
    reply: "image",
    problems: ["unknown-file", "too-many"],
  },
} as const satisfies Record<string, RouteDescription>;
