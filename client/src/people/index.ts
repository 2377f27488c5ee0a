export { Avatar } from "./Avatar.tsx";
export { rememberedName } from "./deviceName.ts";
export { fetchNameForm, NameForm } from "./laterNameForm.ts";
export { mentionAt, partsOf, peopleNamed, speaksTo } from "./mentions.ts";
export { arrivals, type PresentPerson } from "./presentPeople.ts";
export { usePresentPeople } from "./usePresentPeople.ts";
