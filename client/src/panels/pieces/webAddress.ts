/** Whether an address that came from outside may be followed: the web's own, nothing that runs. */
export const isWebAddress = (address: string | undefined): address is string =>
  address !== undefined && ["http:", "https:"].includes(URL.parse(address)?.protocol ?? "");
