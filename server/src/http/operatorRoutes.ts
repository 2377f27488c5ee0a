import type { RouteDescription } from "./routeDescription.ts";

/** For whoever runs the server; without an OPERATOR_KEY they answer 404. */
export const OPERATOR_ROUTES = {
  metrics: {
    method: "GET",
    path: "/metrics",
    summary: "Figures of the process in the text format of Prometheus",
    access: "operator",
    status: 200,
    reply: "text",
    problems: ["unknown-route", "no-session", "store-failed"],
  },
  status: {
    method: "GET",
    path: "/status",
    summary: "The same as a page for people, in English or French",
    access: "operator",
    status: 200,
    reply: "page",
    problems: ["unknown-route", "no-session", "store-failed"],
  },
} as const satisfies Readonly<Record<string, RouteDescription>>;
