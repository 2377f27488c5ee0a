export { joinOthers, type Membership } from "./joinOthers.ts";
export { readAddress } from "./readAddress.ts";
export { createForwarding, type Forwarding } from "./forwarding.ts";
