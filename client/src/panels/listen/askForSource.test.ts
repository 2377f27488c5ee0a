import {
  addSourceSchema,
  BLUESKY_PLACES,
  DISCOURSE_PLACES,
  GITHUB_PLACES,
  MASTODON_PLACES,
  YOUTUBE_PLACES,
} from "@palabre/shared/protocol";
import { describe, expect, it } from "vitest";
import { askForSource, type Filled } from "./askForSource.ts";
import { makeSecret } from "./makeSecret.ts";
import { SOURCE_FORMS, type FormField } from "./sourceForms.ts";

const FORMS = Object.values(SOURCE_FORMS);
const EVERYTHING: Filled["values"] = {
  url: "https://example.org/feed",
  server: "example.org",
  query: "words",
  repository: "owner/name",
  account: "me.example",
  secret: "a-secret-of-more-than-24-characters",
  stream: "wss://example.org",
  name: "Our shop",
};
const filled = (part: Partial<Filled>): Filled => ({
  place: undefined,
  values: EVERYTHING,
  isLive: false,
  minutes: 15,
  ...part,
});
const WAYS = FORMS.flatMap((form) =>
  (form.places.length === 0 ? [undefined] : form.places.map(({ id }) => id)).flatMap((place) =>
    [false, true].map((isLive) => ({ form, place, isLive })),
  ),
);

describe("the forms of sources", () => {
  it("[P104] each asks for what its kind takes, in every place and way of it", () => {
    for (const { form, place, isLive } of WAYS) {
      const asked = askForSource(form, filled({ place, isLive }));
      if (asked.type !== "request") throw new Error(`${form.kind} in ${place}: ${asked.fields.join()}`);
      expect(addSourceSchema.parse(asked.request)).toEqual(asked.request);
    }
    expect(FORMS.map(({ places }) => places.map(({ id }) => id))).toEqual([
      [],
      MASTODON_PLACES,
      BLUESKY_PLACES,
      DISCOURSE_PLACES,
      GITHUB_PLACES,
      YOUTUBE_PLACES,
      [],
    ]);
  });
  it("[P104] what is needed and missing is named, one field by one", () => {
    for (const { form, place, isLive } of WAYS) {
      const canBeLive = form.live?.(place) !== undefined;
      for (const field of form.fields(place, canBeLive && isLive)) {
        const values = { ...EVERYTHING, [field.name]: "  " };
        const asked = askForSource(form, filled({ place, isLive, values }));
        const expected = field.isOptional === true ? "request" : [field.name];
        expect(asked.type === "request" ? "request" : asked.fields).toEqual(expected);
      }
    }
  });
  it("[P104] what was written for another place, or may not be heard at once, is not sent", () => {
    const { mastodon, bluesky } = SOURCE_FORMS;
    expect(askForSource(mastodon, filled({ place: "mentions", isLive: true }))).toEqual({
      type: "request",
      request: {
        kind: "mastodon",
        server: "example.org",
        place: "mentions",
        secret: EVERYTHING.secret,
        isLive: true,
        intervalMinutes: 15,
      },
    });
    const values = { query: "https://bsky.app/profile/a.example/post/1" };
    expect(askForSource(bluesky, filled({ place: "thread", isLive: true, values }))).toEqual({
      type: "request",
      request: { kind: "bluesky", place: "thread", query: values.query, intervalMinutes: 15 },
    });
  });
  it("[P104] no field stands twice in a form", () => {
    for (const { form, place, isLive } of WAYS) {
      const names = [...form.fields(place, isLive), ...(form.elsewhere ?? [])].map(({ name }: FormField) => name);
      expect(names).toEqual([...new Set(names)]);
    }
  });
});

describe("the secret of a webhook", () => {
  it("[P105] is long, made by chance, and safe in a shell and an address", () => {
    const secrets = new Set(Array.from({ length: 200 }, makeSecret));
    expect(secrets.size).toBe(200);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  });
});
