// Before the first paint: the theme chosen on this device. Inline scripts are refused by the content security policy.
try {
  const theme = localStorage.getItem("palabre.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // storage is forbidden here: the system's theme shows
}
