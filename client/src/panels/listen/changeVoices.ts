import type { SetVoices } from "@palabre/shared/protocol";

type Names = SetVoices["names"];

/**
 * The names as they are now, with what somebody made of those that a form was opened with: who sets others meanwhile loses none.
 * @param now    as the server has them
 * @param opened as the form began
 * @param wanted as it was left
 */
export function changeVoices(now: Names, opened: Names, wanted: Names): Names {
  const isOpened = (voice: Names[number]): boolean => {
    const before = ofName(opened, voice);
    return before?.name === voice.name && before.query === voice.query;
  };
  const changed = wanted.flatMap((voice) => (isOpened(voice) ? (ofName(now, voice) ?? []) : voice));
  return [...changed, ...now.filter((voice) => !ofName(opened, voice) && !ofName(wanted, voice))];
}

const ofName = (names: Names, { name }: Names[number]): Names[number] | undefined =>
  names.find((voice) => voice.name.toLowerCase() === name.toLowerCase());
