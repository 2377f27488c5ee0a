import { useMemo } from "react";
import { contributionsOf, type PersonId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useDesk, useOthers, useWorkshop } from "../state/index.ts";

/** How much one participant contributed. */
export interface VoiceOf {
  readonly person: PersonId;
  readonly name: string;
  readonly n: number;
}

/** The participants who are here or contributed, from the one who contributed most. */
export function useVoices(span: "phase" | "all"): readonly VoiceOf[] {
  const { locale } = useText();
  const { people, now } = useWorkshop();
  const voices = useDesk()?.voices;
  const others = useOthers();
  const startedAt = now?.startedAt;
  return useMemo(() => {
    const here = new Set(others.map(({ presence }) => presence.user.person));
    return [...people]
      .map(([person, { name, role }]) => {
        const counted = voices?.get(person);
        const isOfPhase = span === "all" || counted?.phaseAt === startedAt;
        return { person, name, role, n: counted && isOfPhase ? contributionsOf(counted[span]) : 0 };
      })
      .filter(({ person, role, n }) => role === "participant" && (n > 0 || here.has(person)))
      .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, locale));
  }, [people, voices, others, span, startedAt, locale]);
}
